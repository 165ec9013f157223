import type { EntryDraft } from '../../timeline';
import { asReplayed, type Replay } from './asReplayed';

const replay: Replay = {
  delivery: 'd1',
  receivedAt: new Date('2026-11-20T03:00:00.000Z'),
  actor: { type: 'user', ref: 'user:default/ada' },
};
const entry: EntryDraft = {
  kind: 'alert.opened',
  actor: { type: 'integration', ref: 'prometheus' },
  text: 'Disk fires',
  details: { title: 'Disk' },
  alertId: 'a1',
};

describe('what happened by a replay', () => {
  it('says who replayed what, and is their doing', () => {
    expect(asReplayed(entry, replay)).toEqual({
      ...entry,
      actor: replay.actor,
      text: 'Disk fires; user:default/ada replayed the delivery of 2026-11-20T03:00:00.000Z',
      details: {
        title: 'Disk',
        replay: {
          delivery: 'd1',
          receivedAt: '2026-11-20T03:00:00.000Z',
          by: replay.actor,
        },
      },
    });
  });

  it('stays the doing of the portal where it was that', () => {
    const actor = { type: 'system', ref: 'triage' } as const;
    expect(asReplayed({ ...entry, actor }, replay).actor).toBe(actor);
  });
});
