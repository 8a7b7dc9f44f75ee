import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Ends a run with one line that `cargo xtask test` adds to its totals. A skipped test proves nothing: it has failed. */
export default class Totals implements Reporter {
  private readonly passed = new Set<string>();
  private readonly failed = new Set<string>();

  onTestEnd(test: TestCase, result: TestResult): void {
    const good = result.status === 'passed' && test.expectedStatus === 'passed';
    (good ? this.passed : this.failed).add(test.id);
  }

  onEnd(result: FullResult): void {
    // An interrupted run, or one without a test, is a failure too.
    if (result.status !== 'passed' && this.failed.size === 0) this.failed.add('the run');
    process.stdout.write(`\nbrowser tests: ${this.passed.size} passed, ${this.failed.size} failed\n`);
  }
}
