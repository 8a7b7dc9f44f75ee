import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The first administrator of every installation that is made here. */
export const ADMINISTRATOR = { username: 'admin', password: 'sandi untuk pengujian' };

export type Wanted = { responses: number; port?: number };

/** A server with a demonstration city of its own in a temporary folder. */
export class Installation {
  private constructor(
    readonly base: string,
    private readonly folder: string,
    private readonly server: ChildProcess,
  ) {}

  static async start({ responses, port }: Wanted): Promise<Installation> {
    const binary = process.env.SUMBERDAYA_BINARY ?? fileURLToPath(new URL('../../../target/debug/sumberdaya', import.meta.url));
    const listen = `127.0.0.1:${port ?? (await freePort())}`;
    const base = `http://${listen}`;
    const folder = mkdtempSync(join(tmpdir(), 'sumberdaya-e2e-'));
    const env = {
      PATH: process.env.PATH,
      ...(process.env.SUMBERDAYA_WEB ? { SUMBERDAYA_WEB: process.env.SUMBERDAYA_WEB } : {}),
      SUMBERDAYA_DATA: folder,
      SUMBERDAYA_LISTEN: listen,
      SUMBERDAYA_PUBLIC_URL: base,
      SUMBERDAYA_ADMIN_PASSWORD: ADMINISTRATOR.password,
      SUMBERDAYA_RATE_LIMIT: 'off',
      SUMBERDAYA_LOG: 'warn',
    };
    const call = (...words: string[]) => execFileSync(binary, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    call('init', '--demo');
    call('demo', '--responses', String(responses), '--seed', '7');
    const server = spawn(binary, ['serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    // Where tests find it for the command line: see `importAnswers`.
    Object.assign(process.env, { CITY_BINARY: binary, CITY_DATA: folder });
    const installation = new Installation(base, folder, server);
    await installation.ready();
    return installation;
  }

  /** Waits until the server answers; fails at once when it has ended. */
  private async ready(): Promise<void> {
    for (;;) {
      if (this.server.exitCode !== null) throw new Error(`the server ended with ${this.server.exitCode}`);
      const answer = await fetch(`${this.base}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Stops the server and removes its data. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.server.once('exit', resolve));
    this.server.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
