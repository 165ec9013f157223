import {
  describeAsk,
  keyOfShift,
  shiftsInReturn,
  shiftsToAskAbout,
  type AskDraft,
} from './describeAsk';
import { aShift } from './testing/aShift';

const me = 'user:default/ada';
const bo = { ref: 'user:default/bo', displayName: 'Bo' };
const now = new Date('2026-11-19T12:00:00.000Z');
const span = (day: number) => ({
  from: `2026-11-${day}T08:00:00.000Z`,
  to: `2026-11-${day + 1}T08:00:00.000Z`,
});
const running = aShift(span(19));
const cut = aShift({
  ...{ ...span(19), from: '2026-11-19T12:00:30.000Z', startsEarlier: true },
});
const mine = aShift(span(21));
const learning = aShift({ ...span(22), shadow: true });
const theirs = aShift({ ...span(20), person: bo });
const elsewhere = aShift({
  ...{ ...span(20), person: bo, level: 2, levelName: 'Backup' },
});
const about = {
  shifts: [running, cut, theirs, elsewhere, mine, learning],
  ...{ me, now },
};
const draft: AskDraft = { mine: keyOfShift(mine), how: 'everybody', note: ' ' };
const asked = { level: 'Primary', mine: span(21) };

describe('what can be asked about', () => {
  it('are shifts of one’s own that have not begun', () => {
    expect(shiftsToAskAbout(about)).toEqual([mine]);
    expect(shiftsToAskAbout({ ...about, me: undefined })).toEqual([]);
  });

  it('are, in return, shifts of others on the same level', () => {
    expect(shiftsInReturn(about, draft.mine)).toEqual([theirs]);
    expect(shiftsInReturn(about, 'gone')).toEqual([]);
  });
});

describe('what is sent', () => {
  it.each([
    [draft, { kind: 'take', ...asked }],
    [
      { ...draft, how: 'somebody', user: bo.ref, note: ' a train ' },
      { kind: 'take', ...asked, of: bo.ref, note: 'a train' },
    ],
    [
      { ...draft, how: 'swap', theirs: keyOfShift(theirs) },
      { kind: 'swap', ...asked, of: bo.ref, theirs: span(20) },
    ],
  ] as const)('%j', (given, body) => {
    expect(describeAsk(given, about)).toEqual({ body, missing: [] });
  });

  it.each([
    [{ ...draft, how: 'somebody' }, ['user']],
    [{ ...draft, how: 'swap' }, ['theirs']],
    [{ ...draft, how: 'swap', theirs: keyOfShift(elsewhere) }, ['theirs']],
    [{ ...draft, mine: 'gone' }, []],
  ] as const)('is nothing while something is missing: %j', (given, missing) => {
    expect(describeAsk(given, about)).toEqual({ missing });
  });
});
