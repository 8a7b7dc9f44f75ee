import { expect, type Locator, type Page } from '@playwright/test';
import { ADMINISTRATOR } from './installation';

/** The console as an operator meets it, in either language. */
export class ConsoleApp {
  constructor(readonly page: Page) {}

  async open(path = '/console'): Promise<void> {
    await this.page.goto(path);
  }

  async signIn(user = ADMINISTRATOR): Promise<void> {
    await this.userName.fill(user.username);
    await this.page.getByRole('textbox', { name: /^(Kata sandi|Password)$/ }).fill(user.password);
    await this.signInButton.click();
  }

  get userName(): Locator {
    return this.page.getByLabel(/^(Nama pengguna|User name|Username)$/);
  }

  private get signInButton(): Locator {
    return this.page.getByRole('button', { name: /^(Masuk|Sign in)$/ });
  }

  /** Opens an address as somebody who still has to sign in. */
  async openSignedIn(path: string, user = ADMINISTRATOR): Promise<void> {
    await this.open(path);
    await this.signIn(user);
    await expect(this.signInButton).toBeHidden();
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name, level: 1 });
  }
}

/** Without a session, the console's first question to the server is answered 401; the browser tells of it. */
export const NOT_SIGNED_IN = /status of 401 .*\/auth\/refresh/;

/** A figure of the API as it is printed: `78.89` is 78,89. */
export function printed(figure: string): string {
  return figure.replace('.', ',');
}
