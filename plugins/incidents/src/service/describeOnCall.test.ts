import { describeOnCall, describeSource } from './describeOnCall';
import { ahead, ago, anOnCallAnswer, aPerson, now } from './testing/aSummary';

type Level = ReturnType<typeof anOnCallAnswer>['levels'][number];

function firstLevelOf(about: Partial<Level>) {
  const level = { level: 1, name: 'Primary', people: [aPerson()], ...about };
  return describeOnCall(anOnCallAnswer({ levels: [level] }), now)[0];
}

describe('who is on call', () => {
  it('has no end for an owner group', () => {
    expect(firstLevelOf({})).toMatchObject({
      tone: 'covered',
      line: { key: 'noEnd' },
    });
  });

  it('says until when, and who is next', () => {
    const until = ahead(60);
    const next = { people: [aPerson({ displayName: 'Bo' })], from: until };
    expect(firstLevelOf({ until, next })).toMatchObject({
      tone: 'covered',
      line: { key: 'until', values: { at: { at: until } } },
      next: { key: 'next', values: { names: 'Bo', at: { at: until } } },
    });
  });

  it('doubts a shift that has ended', () => {
    const until = ago({ minutes: 5 });
    expect(firstLevelOf({ until })).toMatchObject({
      tone: 'unknown',
      line: { key: 'ended', values: { ago: { ago: until } } },
    });
  });

  it('shows a gap with its reason', () => {
    expect(firstLevelOf({ people: [], gap: 'no member' })).toMatchObject({
      tone: 'gap',
      line: { key: 'gap' },
      reason: 'no member',
    });
  });

  it('says until when the gap lasts', () => {
    const from = ahead(600);
    expect(
      firstLevelOf({ people: [], next: { people: [aPerson()], from } }),
    ).toMatchObject({
      tone: 'gap',
      line: { key: 'gapUntil', values: { at: { at: from } } },
    });
  });

  it('is a gap when the provider has no level at all', () => {
    expect(describeOnCall(anOnCallAnswer({ levels: [] }), now)).toMatchObject([
      { name: 'Owner group', tone: 'gap', line: { key: 'gap' } },
    ]);
  });

  it('puts the lead first and keeps the rest of a large group aside', () => {
    const people = ['Bo', 'Cy', 'Di', 'Ed'].map(displayName =>
      aPerson({ displayName }),
    );
    const lead = aPerson({ displayName: 'Ada', role: 'lead' });
    const level = firstLevelOf({ people: [...people, lead] });
    const names = (list: typeof people) => list.map(p => p.displayName);
    expect(names(level.people)).toEqual(['Ada', 'Bo', 'Cy']);
    expect(names(level.more)).toEqual(['Di', 'Ed']);
  });
});

describe('where an answer comes from', () => {
  it('is its provider, when it was asked just now', () => {
    expect(describeSource(anOnCallAnswer())).toEqual({
      said: { key: 'by', values: { provider: 'Owner group' } },
    });
  });

  it('is told with its age, and with a doubt while the provider fails', () => {
    const readAt = ago({ minutes: 90 });
    const since = ago({ minutes: 80 });
    const failing = { since, reason: 'it answers 503' };
    expect(describeSource(anOnCallAnswer({ readAt, failing }))).toEqual({
      said: {
        key: 'byAsOf',
        values: { provider: 'Owner group', ago: { ago: readAt } },
      },
      doubt: {
        key: 'failing',
        values: {
          ...{ provider: 'Owner group', reason: 'it answers 503' },
          at: { at: since },
        },
      },
    });
  });
});
