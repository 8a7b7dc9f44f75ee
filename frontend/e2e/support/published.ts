import { quarterBefore, type City } from './city';
import { ReportedUnit, scores } from './closed-quarter';

export type Published = { path: string; code: string; pdf: Buffer };
type Report = { id: string; code: string };

/** Publishes a report about the quarter before, in which a new unit got so many answers of this score. */
export async function publish(city: City, { answers, score }: { answers: number; score: number }): Promise<Published & { unit: string }> {
  const { unit } = await ReportedUnit.make(city, Array.from({ length: answers }, () => scores(score)));
  const report = await city.call<Report>('POST', '/reports', { unit, period: quarterBefore() });
  const path = `/reports/${report.id}`;
  await go(city, path, 'submit');
  await go(city, path, 'publish');
  return { unit, path, code: report.code, pdf: await file(city, path, 'pdf') };
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
