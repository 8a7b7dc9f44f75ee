import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quarterBefore, type City } from './city';

const ITEMS = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'];

export type Scores = Record<string, number>;

/** One score on every question but the ones with a score of their own. */
export function scores(score: number, own: Scores = {}): Scores {
  return { ...Object.fromEntries(ITEMS.map((item) => [item, score])), ...own };
}

/** A unit with answers in the quarter that is over: only its report may be submitted. */
export class ReportedUnit {
  private constructor(readonly unit: string) {}

  static async make(city: City, answers: Scores[]): Promise<ReportedUnit> {
    const made = new ReportedUnit(await city.makeUnit());
    made.importAnswers(answers);
    return made;
  }

  /** Paper forms of the quarter's last month, as an office enters them. */
  importAnswers(answers: Scores[]): void {
    const { CITY_BINARY: binary, CITY_DATA: data } = process.env;
    if (!binary || !data) throw new Error('the city was not started by Installation');
    const folder = mkdtempSync(join(tmpdir(), 'sumberdaya-forms-'));
    const file = join(folder, 'jawaban.csv');
    const rows = answers.map((answer) => ITEMS.map((item) => answer[item]).join(','));
    writeFileSync(file, `${[ITEMS.join(','), ...rows].join('\n')}\n`);
    const [year, quarter] = quarterBefore().split('-TW');
    const month = `${year}-${String(Number(quarter) * 3).padStart(2, '0')}`;
    const words = ['--unit', this.unit, '--questionnaire', 'skm-2017', '--month', month, '--service', 'loket', file];
    const env = { PATH: process.env.PATH, SUMBERDAYA_DATA: data };
    execFileSync(binary, ['import-answers', ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    rmSync(folder, { recursive: true });
  }
}
