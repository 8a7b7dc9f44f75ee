import type { City } from './city';

export type Published = { path: string; code: string; pdf: Buffer };
type Report = { id: string; code: string };

/** Publishes a report about a quarter in which a new unit got so many answers of this score. */
export async function publish(city: City, { answers, score }: { answers: number; score: number }): Promise<Published & { unit: string }> {
  const link = await city.makeLink('skm-2017');
  for (let at = 0; at < answers; at++) await link.answer(score);
  const report = await city.call<Report>('POST', '/reports', { unit: link.unit, period: runningQuarter() });
  const path = `/reports/${report.id}`;
  await go(city, path, 'submit');
  await go(city, path, 'publish');
  return { unit: link.unit, path, code: report.code, pdf: await file(city, path, 'pdf') };
}

/** Does something with a report in the version in which it is there now. */
async function go(city: City, path: string, action: 'submit' | 'publish'): Promise<void> {
  await city.send('POST', `${path}/${action}`, {}, await seen(city, path));
}

/** A file of a report. */
export async function file(city: City, path: string, format: string): Promise<Buffer> {
  return Buffer.from(await (await city.send('GET', `${path}/files/${format}`)).arrayBuffer());
}

/** The header that says which version of a thing was seen. */
export async function seen(city: City, path: string): Promise<Record<string, string>> {
  return { 'if-match': (await city.send('GET', path)).headers.get('etag') ?? '' };
}

function runningQuarter(now = new Date()): string {
  return `${now.getFullYear()}-TW${Math.floor(now.getMonth() / 3) + 1}`;
}
