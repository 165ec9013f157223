import { describeAbsence, emptyAbsence } from './describeAbsence';

const zone = 'Europe/Berlin';
const ada = 'user:default/ada';
const now = new Date('2026-11-20T07:10:00Z');
const draft = emptyAbsence(ada, { zone, now });

describe('the form that says who is away', () => {
  it('begins with the next hour, for a day', () => {
    expect(draft).toEqual({
      ...{ user: ada, reason: '' },
      ...{ start: '2026-11-20T09:00', end: '2026-11-21T09:00' },
    });
  });

  it('sends instants', () => {
    expect(describeAbsence({ ...draft, reason: ' leave ' }, zone)).toEqual({
      missing: [],
      body: {
        ...{ kind: 'absence', user: ada, reason: 'leave' },
        ...{ from: '2026-11-20T08:00:00.000Z', to: '2026-11-21T08:00:00.000Z' },
      },
    });
  });

  it.each([
    ['somebody', { user: undefined }, ['user']],
    ['an end behind the start', { end: draft.start }, ['span']],
    ['all of it', { user: undefined, start: '' }, ['user', 'span']],
  ])('misses %s', (_, part, missing) => {
    expect(describeAbsence({ ...draft, ...part }, zone)).toEqual({ missing });
  });
});
