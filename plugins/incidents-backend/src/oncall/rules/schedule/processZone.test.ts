import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { laidSamples } from '../../../testing/oncall/layInZone';

const run = promisify(execFile);
const samples = 40;

/** A process that was started in a time zone: to set `TZ` in a running test does not reach the real environment. */
async function laidIn(timeZone: string) {
  const script = require.resolve('../../../testing/oncall/layInZone.ts');
  const { stdout } = await run(
    process.execPath,
    [
      ...['-r', require.resolve('@backstage/cli/config/nodeTransform.cjs')],
      ...['-e', `require(${JSON.stringify(script)}).tell(${samples})`],
    ],
    {
      env: { ...process.env, NODE_OPTIONS: '', TZ: timeZone },
      maxBuffer: 100_000_000,
    },
  );
  return JSON.parse(stdout) as { offsets: number[]; laid: string[] };
}

describe('the time zone of the process', () => {
  it.each([
    ['America/New_York', [300, 240]],
    ['Australia/Lord_Howe', [-660, -630]],
  ])(
    'changes nothing: %s',
    async (timeZone, offsets) => {
      const there = await laidIn(timeZone);
      // The process really was there.
      expect(there.offsets).toEqual(offsets);
      const here = laidSamples(samples);
      expect(there.laid).toHaveLength(samples);
      expect(there.laid).toEqual(here);
    },
    120_000,
  );
});
