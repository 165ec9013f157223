import type { ShiftRequest } from 'backstage-plugin-incidents-common';
import type { Words } from '../translation';
import { describeTimes, type Place } from './describeTimes';

/** What a request says: what it is about, and who asks whom. */
export type RequestView = { what: string; who: string };

/** In words of the reader; whom they may not see is somebody. */
export function describeRequest(
  request: ShiftRequest,
  place: Place,
  t: Words,
): RequestView {
  const { level, mine, theirs, asker, of, everybody, reader } = request;
  const times = describeTimes(mine, place, 'long');
  const what = theirs
    ? t('requests.swap', {
        ...{ level, mine: times },
        theirs: describeTimes(theirs, place, 'long'),
      })
    : t('requests.take', { level, times });
  const someone = t('requests.somebody');
  const by =
    reader === 'asker' ? t('requests.you') : asker?.displayName ?? someone;
  const one =
    reader === 'asked' ? t('requests.you') : of?.displayName ?? someone;
  const whom = everybody ? t('requests.everybody') : one;
  return { what, who: t('requests.by', { who: by, whom }) };
}
