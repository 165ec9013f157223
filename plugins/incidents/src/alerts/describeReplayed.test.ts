import type { ReplayedDelivery } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { describeReplayed } from './describeReplayed';

const t = ((key: string, about?: { count: number }) =>
  about ? `${key} ${about.count}` : key) as never;
const item = (about: Partial<ReplayedDelivery> = {}): ReplayedDelivery => ({
  ...{ id: 'd1', integration: 'prometheus', receivedAt: testNow },
  ...{ became: { opened: 1 }, alerts: [] },
  ...about,
});

describe('a replay', () => {
  it('has done nothing before it was answered', () => {
    expect(describeReplayed(undefined, t)).toEqual({
      ...{ title: '', count: 0, isPreview: true },
    });
  });

  it('says what it would do, without what cannot be replayed', () => {
    const items = [item(), item({ failure: 'its body was not kept' })];
    const reply = { preview: true, items, gone: [] };
    expect(describeReplayed(reply, t)).toEqual({
      ...{ title: 'replay.preview 1', count: 1, isPreview: true },
    });
  });

  it('says what it did, and where it goes on', () => {
    const reply = { items: [item()], gone: [], nextCursor: 'n' };
    expect(describeReplayed({ ...reply, preview: false }, t)).toEqual({
      ...{ title: 'replay.done 1', count: 1, isPreview: false, next: 'n' },
    });
  });

  it('says when there is nothing to replay', () => {
    const reply = { preview: true, items: [], gone: ['d1'] };
    expect(describeReplayed(reply, t).title).toBe('replay.none');
  });
});
