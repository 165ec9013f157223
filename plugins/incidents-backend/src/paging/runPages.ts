import { advancePages, type AdvanceDeps } from './advancePages';
import { hearCalls } from './hearCalls';
import { sendNotices, type SendDeps } from './sendNotices';

/** One thing leads to the next: a step to notices, one that cannot be delivered to the next step. More waits for the next round. */
const mostPasses = 50;

/** Does all that is due, until nothing is; answers how much that was. */
export async function runPages(deps: AdvanceDeps & SendDeps): Promise<number> {
  let total = 0;
  for (let pass = 0; pass < mostPasses; pass++) {
    const heard = await hearCalls(deps);
    const advanced = await advancePages(deps);
    const sent = await sendNotices(deps);
    total += heard + advanced + sent;
    if (heard + advanced + sent === 0) break;
  }
  return total;
}
