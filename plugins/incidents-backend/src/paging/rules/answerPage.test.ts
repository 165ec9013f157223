import type { KeptPage } from './page';
import { builtInPolicy } from './builtInPolicy';
import {
  acknowledge,
  endPage,
  exhaust,
  handOn,
  reviewSilence,
} from './answerPage';

const now = new Date('2026-11-20T03:00:00.000Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const ada = { type: 'user', ref: 'user:default/ada' } as const;
const bo = { type: 'user', ref: 'user:default/bo' } as const;
const page = (about: Partial<KeptPage> = {}): KeptPage => ({
  ...{ id: 'p1', incidentKey: 'INC-1', policy: builtInPolicy, because: '' },
  ...{ status: 'waiting', round: 2, step: 1, version: 1 },
  episode: 1,
  ...{ startedAt: now, dueAt: now },
  ...about,
});
const taken = page({
  ...{ status: 'acknowledged', acknowledgedBy: ada, acknowledgedAt: ago(30) },
});
const how = 'in the portal';

describe('“I am on it”', () => {
  it.each(['waiting', 'exhausted'] as const)('ends what is %s', status => {
    const { after, because } = acknowledge(page({ status }), {
      ...{ actor: ada, now, how },
    })!;
    expect(after).toMatchObject({
      ...{ status: 'acknowledged', acknowledgedBy: ada, acknowledgedAt: now },
      dueAt: new Date('2026-11-20T03:30:00.000Z'),
    });
    expect(because).toMatchObject([{ kind: 'page.acknowledged', actor: ada }]);
  });

  it('said again by the same person changes nothing', () => {
    expect(acknowledge(taken, { actor: ada, now, how })).toBeUndefined();
  });

  it('said by somebody else goes on with them', () => {
    const { after } = acknowledge(taken, { actor: bo, now, how })!;
    expect(after).toMatchObject({ acknowledgedBy: bo, acknowledgedAt: now });
  });
});

describe('“not me, next”', () => {
  it.each([page(), taken])('calls the next one at once', from => {
    const { after, because } = handOn(from, { actor: ada, now });
    expect(after).toMatchObject({
      ...{ status: 'waiting', round: 2, step: 1, dueAt: now },
    });
    expect(after.acknowledgedBy).toBeUndefined();
    expect(because).toMatchObject([{ kind: 'page.handed-on', actor: ada }]);
  });

  it('is refused when nobody is left', () => {
    const exhausted = page({ status: 'exhausted' });
    expect(() => handOn(exhausted, { actor: ada, now })).toThrow(
      'Everybody has been called for INC-1',
    );
  });
});

describe('an episode', () => {
  it('ends when people are called anew after somebody answered, and not before', () => {
    const episodes = [
      handOn(page(), { actor: ada, now }),
      handOn(taken, { actor: ada, now }),
      reviewSilence(taken, { active: undefined, now }),
      reviewSilence(taken, { active: ago(10), now }),
    ].map(({ after }) => after.episode);
    expect(episodes).toEqual([1, 2, 2, 1]);
  });
});

describe('who answers elsewhere', () => {
  it('is called by the name that they have there', () => {
    const there = { type: 'integration', ref: 'loud' } as const;
    const by = { actor: there, now, how: 'in Loud', name: 'Earline' };
    expect(acknowledge(page(), by)!.because).toMatchObject([
      { text: 'Earline is on it (in Loud)', details: { name: 'Earline' } },
    ]);
  });
});

describe('the silence after an acknowledgement', () => {
  it.each([undefined, ago(30)])('begins anew (%s)', active => {
    const { after, because } = reviewSilence(taken, { active, now });
    expect(after).toMatchObject({
      ...{ status: 'waiting', round: 1, step: 0, dueAt: now },
    });
    expect(because).toMatchObject([
      {
        kind: 'page.reopened',
        text: 'Nothing was heard for 30 minutes since user:default/ada was on it: people are called again',
      },
    ]);
  });

  it('is none while somebody works on it', () => {
    const { after, because } = reviewSilence(taken, { active: ago(10), now });
    expect(after).toEqual({
      ...taken,
      dueAt: new Date('2026-11-20T03:20:00.000Z'),
    });
    expect(because).toEqual([]);
  });
});

describe('the end of a page', () => {
  it('comes with that of its incident', () => {
    const by = { actor: bo, now, status: 'mitigated' };
    const { after, because } = endPage(page(), by);
    expect(after).toMatchObject({ status: 'ended', endedAt: now });
    expect(after.dueAt).toBeUndefined();
    expect(because[0].text).toBe(
      'Nobody is called any more: INC-1 is mitigated',
    );
  });

  it('is not that nobody answers', () => {
    const { after, because } = exhaust(page());
    expect([after.status, after.dueAt]).toEqual(['exhausted', undefined]);
    expect(because[0].text).toBe('Nobody has answered in 3 rounds');
  });
});
