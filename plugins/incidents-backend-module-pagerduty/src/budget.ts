import type { Clock } from 'backstage-plugin-incidents-node';

/** How often may be asked: one for the whole process. */
export type Budget = {
  /** @throws Error with a sentence when it is used up, or when it was asked to wait. */
  take(): void;
  /** Nothing may be asked for so many seconds. Answers a sentence. */
  rest(seconds: number): string;
};

const minute = 60_000;

export function createBudget({ now }: Clock, perMinute: number): Budget {
  let taken: number[] = [];
  let notBefore = -Infinity;
  return {
    take() {
      const at = now().getTime();
      if (at < notBefore) throw new Error(waits(notBefore - at));
      taken = taken.filter(one => at - one < minute);
      if (taken.length >= perMinute) {
        throw new Error(
          `it was asked ${perMinute} times within a minute, which is all that incidents.onCall.pagerduty.requestsPerMinute allows`,
        );
      }
      taken.push(at);
    },
    rest(seconds) {
      notBefore = Math.max(notBefore, now().getTime() + seconds * 1000);
      return waits(seconds * 1000);
    },
  };
}

function waits(milliseconds: number): string {
  return `it is asked too often, and is left alone for ${Math.ceil(
    milliseconds / 1000,
  )} seconds (429)`;
}
