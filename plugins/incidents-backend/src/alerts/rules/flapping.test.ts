import { anAlert, testNow } from 'backstage-plugin-incidents-common/testing';
import {
  beginFlapping,
  carryOver,
  countChanges,
  type Restless,
} from './flapping';

const minutes = (n: number) => Date.parse(testNow) + n * 60_000;
const at = (n: number) => new Date(minutes(n)).toISOString();
const settings = { changes: 4, within: 30 * 60_000, calm: 15 * 60_000 };

const episode = (
  from: number,
  to: number | undefined,
  before?: number[],
): Restless => ({
  alert: anAlert({
    startedAt: at(from),
    ...(to !== undefined && { status: 'resolved', resolvedAt: at(to) }),
  }),
  unrest: before && { before: before.map(minutes) },
});

describe('what an episode knows of those before it', () => {
  it.each<[string, Restless | undefined, number, number[] | undefined]>([
    ['nothing, when it is the first', undefined, 10, undefined],
    ['both ends of the last one', episode(0, 5), 10, [0, 5]],
    ['only what is young enough', episode(0, 5), 30, [5]],
    ['nothing of an old one', episode(0, 5), 35, undefined],
    ['what the last one knew', episode(6, 7, [0, 1]), 10, [0, 1, 6, 7]],
    ['no more than count', episode(6, 7, [0, 1, 4]), 10, [1, 4, 6, 7]],
    ['in the order of time', episode(6, 7, [8, 9]), 10, [6, 7, 8, 9]],
  ])('is %s', (_, last, startsAt, before) => {
    expect(carryOver(last, { startedAt: at(startsAt) }, settings)).toEqual(
      before && { before: before.map(minutes) },
    );
  });

  it('is nothing when alerts are never held', () => {
    const next = { startedAt: at(10) };
    expect(carryOver(episode(0, 5), next, undefined)).toBeUndefined();
  });
});

describe('a firing', () => {
  const now = new Date(minutes(20));
  const open = (before: number[]) =>
    beginFlapping(episode(19, undefined, before), anAlert(), {
      ...{ now, settings },
    });

  it('makes an alert flap when it is one change too many', () => {
    expect(open([10, 12, 15])?.after).toMatchObject({
      alert: {
        status: 'firing',
        flapping: { since: at(10), changes: 4, calmAt: at(35) },
      },
      unrest: { before: [], firedAt: at(19) },
    });
    expect(open([12, 15])).toBeUndefined();
  });

  it('counts the changes of the window alone', () => {
    expect(open([-11, 12, 15])).toBeUndefined();
    expect(open([-10, 12, 15, 16])?.after.alert.flapping).toMatchObject({
      ...{ since: at(-10), changes: 5 },
    });
  });
});

it('counts the changes that would make an alert flap', () => {
  expect(countChanges(episode(0, undefined), settings)).toBe(1);
  expect(countChanges(episode(6, 7, [0, 1]), settings)).toBe(4);
  expect(countChanges(episode(36, 37, [0, 7, 8]), settings)).toBe(3);
});
