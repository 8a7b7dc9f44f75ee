import { ADMINISTRATOR } from './installation';
import { randomUUID } from 'node:crypto';
import type { Recap, Survey, UnitResults } from './bodies';

export type Questionnaire = 'skm-2017' | 'skm-spkp-spak' | 'terpadu-16';
export const QUESTIONNAIRES: Questionnaire[] = ['skm-2017', 'skm-spkp-spak', 'terpadu-16'];

type NewService = { code: string; name: string; mode: 'counter' | 'online' | 'hybrid'; free: boolean };
const COUNTER: NewService = { code: 'loket', name: 'Layanan loket', mode: 'counter', free: true };

let made = 0;

/** The API as the administrator: to prepare what a test needs, and to look behind the screens. */
export class City {
  private constructor(
    readonly base: string,
    private readonly token: string,
  ) {}

  static async signIn(base: string): Promise<City> {
    const answer = await fetch(`${base}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ADMINISTRATOR),
    });
    if (!answer.ok) throw new Error(`the login answered ${answer.status}: ${await answer.text()}`);
    const { access_token } = (await answer.json()) as { access_token: string };
    return new City(base, access_token);
  }

  async send(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', ...more };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${this.base}/api/v1${path}`, { method, headers, ...sent });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  }

  /** Sends bytes as they are. */
  async upload(path: string, bytes: Buffer, headers: Record<string, string>): Promise<void> {
    const all = { authorization: `Bearer ${this.token}`, ...headers };
    const answer = await fetch(`${this.base}/api/v1${path}`, { method: 'PUT', headers: all, body: new Uint8Array(bytes) });
    if (!answer.ok) throw new Error(`PUT ${path} answered ${answer.status}: ${await answer.text()}`);
  }

  async call<Body>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Body> {
    return (await (await this.send(method, path, body)).json()) as Body;
  }

  async put(path: string, body: unknown): Promise<void> {
    await this.send('PUT', path, body);
  }

  /** Changes what is there, in the version in which it is there now. */
  async edit(path: string, change: unknown): Promise<void> {
    const etag = (await this.send('GET', path)).headers.get('etag') ?? '';
    await this.send('PATCH', path, change, { 'if-match': etag });
  }

  /** Puts something in place of what is there now; a part over the version of the whole that it belongs to. */
  async replace(path: string, body: unknown, whole = path): Promise<void> {
    const etag = (await this.send('GET', whole)).headers.get('etag') ?? '';
    await this.send('PUT', path, body, { 'if-match': etag });
  }

  /** Submits or publishes a report as it is now. */
  async step(report: string, step: 'submit' | 'publish'): Promise<void> {
    const etag = (await this.send('GET', `/reports/${report}`)).headers.get('etag') ?? '';
    await this.send('POST', `/reports/${report}/${step}`, {}, { 'if-match': etag });
  }

  /** Somebody who works for a unit. */
  async makeOperator(unit: string): Promise<{ username: string; password: string }> {
    const user = { username: `op-${process.pid}-${Date.now().toString(36)}-${++made}`, password: 'sandi operator uji' };
    await this.call('POST', '/users', { ...user, name: 'Operator uji', role: 'operator', unit });
    return user;
  }

  /** A unit of its own for one test, so that tests do not count each other's answers. */
  async makeUnit(services: NewService[] = [COUNTER]): Promise<string> {
    const code = `uji-${process.pid}-${Date.now().toString(36)}-${++made}`;
    await this.call('POST', '/units', { code, name: `Unit ${code}`, kind: 'perangkat_daerah' });
    for (const service of services) await this.call('POST', `/units/${code}/services`, service);
    return code;
  }

  /** A new link: for the counter of a new unit, which asks no service first, unless a unit is named. */
  async makeLink(questionnaire: Questionnaire, more: { unit?: string; channel?: 'kiosk'; service?: string } = {}): Promise<TestLink> {
    const unit = more.unit ?? (await this.makeUnit());
    const service = more.service ?? (more.unit ? undefined : COUNTER.code);
    const link = await this.call<{ code: string }>('POST', '/links', { questionnaire, channel: more.channel, unit, service });
    return new TestLink(this, link.code, unit);
  }

  /** The unit of the demonstration with the most answers in a quarter that is over. */
  async busiestUnit(period = quarterBefore()): Promise<{ code: string; name: string }> {
    const { units } = await this.call<Recap>('GET', `/recap?period=${period}`);
    const [busiest] = units.sort((a, b) => b.n - a.n);
    if (!busiest) throw new Error(`nobody answered in ${period}`);
    return busiest;
  }

  survey(link: string): Promise<Survey> {
    return this.call('GET', `/public/surveys/${link}`);
  }

  results(unit: string, query = 'period=current'): Promise<UnitResults> {
    return this.call('GET', `/units/${unit}/results?${query}`);
  }
}

/** A survey link that one test has for itself. */
export class TestLink {
  constructor(
    private readonly city: City,
    readonly code: string,
    readonly unit: string,
  ) {}

  /** The page that a respondent opens. */
  get page(): string {
    return `/s/${this.code}`;
  }

  survey(): Promise<Survey> {
    return this.city.survey(this.code);
  }

  /** How many answers the server has counted. */
  async count(): Promise<number> {
    return (await this.city.results(this.unit)).n;
  }

  /** One answer over the API: this score on every question but the ones with a score of their own. */
  async answer(score: number, own: Record<string, number> = {}, comment?: string): Promise<void> {
    const survey = await this.survey();
    const items = survey.services[0]?.items ?? [];
    const answers = Object.fromEntries(items.map(({ code }) => [code, own[code] ?? score]));
    await this.city.put(`/public/surveys/${this.code}/responses/${newResponseId()}`, {
      questionnaire: survey.questionnaire,
      version: survey.version,
      answers,
      comment,
    });
  }

  async close(): Promise<void> {
    await this.city.edit(`/links/${this.code}`, { closed: true });
  }
}

/** The quarter that ended last, as the API names it: 2026-TW3. */
export function quarterBefore(now = new Date()): string {
  return quarter(now, -1);
}

/** The quarter that runs. */
export function presentQuarter(now = new Date()): string {
  return quarter(now, 0);
}

function quarter(now: Date, more: number): string {
  const quarters = now.getFullYear() * 4 + Math.floor(now.getMonth() / 3) + more;
  return `${Math.floor(quarters / 4)}-TW${(quarters % 4) + 1}`;
}

/** A quarter by its official name: Triwulan III 2026. */
export function quarterName(code: string): string {
  const [year, quarter] = code.split('-TW');
  return `Triwulan ${['I', 'II', 'III', 'IV'][Number(quarter) - 1]} ${year}`;
}

/** A UUID of version 7: its first 48 bits are the time. */
function newResponseId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
