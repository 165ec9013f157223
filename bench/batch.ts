import { parseArgs } from 'node:util';
import { startAlertmanager } from '../packages/app/e2e-tests/startAlertmanager';
import {
  acceptedOf,
  describeRound,
  judge,
  medianOf,
  verify,
} from '../packages/workshop/src/load/figures';
import { onStage, paths } from '../packages/workshop/src/load/stage';

// Alerts that come in hundreds, as from a busy Alertmanager: how many a second the backend has on disk, as a share of what the real
// Alertmanager takes into its memory, one in each request, over the same 32 connections.

const batch = 100;
/** It takes alerts and tells nobody. */
const silent = 'route: { receiver: nobody }\nreceivers: [{ name: nobody }]\n';

/** `--rounds`, `--seconds` of each. Needs Debian's `prometheus-alertmanager`, or `ALERTMANAGER` to name it. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '10' },
    },
  });
  const seconds = Number(values.seconds);
  const alertmanager = await startAlertmanager(silent);
  try {
    const isGood = await onStage(async stage => {
      const { driver, round } = stage;
      let from = 0;
      let accepted = 0;
      const intake = async (duration: number) => {
        const result = await driver.play(
          round(paths.intake, { seconds: duration, from, batch }),
        );
        from = result.next;
        accepted += acceptedOf(result) * batch;
        return result;
      };
      let posted = 0;
      const compare = async (duration: number) => {
        const result = await driver.play(
          round('/api/v2/alerts', {
            ...{ url: alertmanager.url, to: 'alertmanager' },
            ...{ seconds: duration, from: posted },
          }),
        );
        posted = result.next;
        return result;
      };
      await compare(3);
      await intake(5);
      const ratios: number[] = [];
      for (let i = 0; i < Number(values.rounds); i += 1) {
        const theirs = describeRound('Alertmanager', await compare(seconds));
        const ours = describeRound('batches', await intake(seconds), batch);
        ratios.push(ours / theirs);
        console.log(`ratio  ${(ours / theirs).toFixed(3)}`);
      }
      const isKept = await verify(stage, accepted);
      return judge('median ratio', medianOf(ratios), { atLeast: 1 }) && isKept;
    });
    return isGood ? 0 : 1;
  } finally {
    await alertmanager.stop();
  }
}
