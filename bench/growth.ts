import { parseArgs } from 'node:util';
import {
  acceptedOf,
  describeRound,
  judge,
  medianOf,
} from '../packages/workshop/src/load/figures';
import { fill } from '../packages/workshop/src/load/fill';
import { onStage, paths } from '../packages/workshop/src/load/stage';

// Intake with a million stored alerts, as a share of what it is with an almost empty database: one alert in each request, and
// hundreds.

const batches = [1, 100];

/** `--alerts` that are stored, `--rounds`, `--seconds` of each. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      alerts: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '8' },
    },
  });
  const alerts = Number(values.alerts);
  const isGood = await onStage(async ({ postgres, driver, round }) => {
    let from = 0;
    const rateOf = async (name: string, batch: number) => {
      const rates: number[] = [];
      for (let i = 0; i <= Number(values.rounds); i += 1) {
        const result = await driver.play(
          round(paths.intake, { seconds: Number(values.seconds), from, batch }),
        );
        from = result.next;
        if (acceptedOf(result) === 0) throw new Error('Nothing was accepted');
        // The first round only warms up.
        if (i > 0)
          rates.push(describeRound(`${name} × ${batch}`, result, batch));
      }
      return medianOf(rates);
    };
    const empty = new Map<number, number>();
    for (const batch of batches) empty.set(batch, await rateOf('empty', batch));
    await fill(postgres, { alerts, incidents: alerts / 10 });
    const good: boolean[] = [];
    for (const batch of batches) {
      const full = await rateOf('full', batch);
      const ratio = full / empty.get(batch)!;
      good.push(judge(`ratio of × ${batch}`, ratio, { atLeast: 0.9 }));
    }
    return good.every(Boolean);
  });
  return isGood ? 0 : 1;
}
