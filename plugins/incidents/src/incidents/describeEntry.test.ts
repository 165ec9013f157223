import {
  timelineKinds,
  type TimelineEntry,
  type TimelineKind,
} from 'backstage-plugin-incidents-common';
import type { WidgetWords } from 'backstage-plugin-incidents-react';
import type { Words } from '../translation';
import { describeEntry } from './describeEntry';

/** Shows which words are chosen and what is filled in. */
const t = ((key: string, values: object = {}) =>
  `${key} ${Object.values(values).join(' ')}`.trim()) as unknown as Words &
  WidgetWords;

function told(
  kind: TimelineKind,
  details: Record<string, unknown>,
  about: { text?: string; times?: number } = {},
) {
  const entry: TimelineEntry = {
    id: 'e1',
    at: '2026-11-20T03:00:00.000Z',
    kind,
    actor: { type: 'system', ref: 'tick' },
    text: about.text ?? '',
    details,
  };
  return describeEntry({ entry, times: about.times ?? 1 }, { t, tw: t });
}

describe('an entry of the timeline', () => {
  it.each(timelineKinds)('of kind %s can be said without details', kind => {
    const { sentence, text } = told(kind, {}, { text: 'a note' });
    expect(sentence ?? text).toBeTruthy();
  });

  it('says a move with the names of its stages and the reason', () => {
    expect(
      told(
        'incident.moved',
        { from: 'declared', to: 'mitigated', reason: 'quiet' },
        { text: 'quiet' },
      ),
    ).toEqual({
      group: 'status',
      sentence: 'entry.moved status.declared status.mitigated',
      text: 'quiet',
    });
  });

  it.each<[TimelineKind, object, string]>([
    ['page.sent', { news: 'answered' }, 'entry.page.news.answered'],
    ['page.sent', { news: 'over' }, 'entry.page.news.over'],
    [
      'page.failed',
      { news: 'over', reason: 'busy' },
      'entry.page.news.over: busy',
    ],
    ['page.failed', { reason: 'busy' }, 'busy'],
    ['page.acknowledged', { name: 'Earline' }, 'Earline'],
  ])('of kind %s says of a page %j', (kind, details, text) => {
    expect(told(kind, { ...details }).text).toBe(text);
  });

  it('does not repeat a move as its reason', () => {
    const details = { from: 'declared', to: 'investigating' };
    const text = 'declared → investigating';
    expect(told('incident.moved', details, { text }).text).toBeUndefined();
  });

  it.each([
    [{ became: 'repeated' }, 'entry.alert.held.repeated Errors 9'],
    [{ became: 'resolved' }, 'entry.alert.held.resolved Errors 9'],
    [{ became: 'acknowledged' }, 'entry.alert.held.acknowledged Errors 9'],
    [{ from: 'SEV3', to: 'SEV1' }, 'entry.alert.worse Errors SEV3 SEV1'],
  ])('says what was held back: %j', (held, sentence) => {
    const details = { title: 'Errors', changes: 9, ...held };
    expect(told('alert.held', details)).toEqual({ group: 'alerts', sentence });
  });

  it.each([
    ['resolved', 'entry.alert.calm.over Errors 9'],
    ['firing', 'entry.alert.calm.fires Errors 9'],
    ['acknowledged', 'entry.alert.calm.fires Errors 9'],
  ])('says that an alert is calm and %s', (status, sentence) => {
    const details = { title: 'Errors', changes: 9, status };
    expect(told('alert.calm', details).sentence).toBe(sentence);
  });

  it('says where an alert went, and what was said about it', () => {
    const details = { title: 'Errors', from: 'INC-1', to: 'INC-2', note: 'no' };
    expect(told('alert.moved', details)).toEqual({
      group: 'alerts',
      sentence: 'entry.alert.moved Errors',
      text: 'INC-1 → INC-2; no',
    });
  });

  it('says which incident became a part of which', () => {
    const details = { from: 'INC-1', to: 'INC-2', alerts: 3 };
    expect(told('incident.merged', details)).toEqual({
      group: 'status',
      sentence: 'entry.merged INC-1 INC-2',
      text: undefined,
    });
  });

  it('says which incident was there before, and which takes over and why', () => {
    const declared = { severity: 'SEV2', title: 'Errors', follows: 'INC-1' };
    expect(told('incident.declared', declared)).toEqual({
      group: 'status',
      sentence: 'entry.declaredAfter SEV2 INC-1',
      text: 'Errors',
    });
    const followed = { by: 'INC-2', reason: 'it has 50 alerts' };
    expect(told('incident.followed', followed)).toEqual({
      group: 'status',
      sentence: 'entry.followed INC-2',
      text: 'it has 50 alerts',
    });
  });

  it('says what is probably the cause, and what becomes of pages', () => {
    const because = [
      { key: 'INC-3', entityRef: 'component:default/gateway' },
      { key: 'INC-4', entityRef: 'resource:default/db' },
    ];
    expect(told('incident.cause', { because })).toEqual({
      group: 'status',
      sentence: 'entry.cause INC-3, INC-4',
      text: 'INC-3: component:default/gateway; INC-4: resource:default/db',
    });
    const released = { because: ['INC-3'], reason: 'INC-3 is resolved' };
    expect(told('pages.released', released)).toEqual({
      group: 'status',
      sentence: 'entry.pages.released',
      text: 'INC-3 is resolved',
    });
    expect(told('pages.held', { reason: 'INC-3 is in effect' }).text).toBe(
      'INC-3 is in effect',
    );
  });

  it('says why an alert is here', () => {
    expect(
      told('alert.opened', {
        title: 'Errors',
        routing: { reason: 'label service=checkout' },
        triage: { reason: 'no incident was open' },
      }),
    ).toEqual({
      group: 'alerts',
      sentence: 'entry.alert.opened Errors',
      text: 'label service=checkout; no incident was open',
    });
  });

  it('counts the repetitions of a folded line', () => {
    const details = { title: 'Errors', occurrences: 9 };
    expect(told('alert.repeated', details, { times: 4 }).sentence).toBe(
      'entry.alert.repeatedRun Errors 9 4',
    );
    expect(told('alert.repeated', details).sentence).toBe(
      'entry.alert.repeatedTimes Errors 9',
    );
  });

  it('says when a delivery came that was replayed', () => {
    const receivedAt = '2026-11-20T03:00:00.000Z';
    const details = { title: 'Errors', replay: { receivedAt } };
    expect(told('alert.resolved', details).replayed).toBe(receivedAt);
    expect(told('alert.resolved', { title: 'Errors' })).not.toHaveProperty(
      'replayed',
    );
  });

  it('says when an alert got worse', () => {
    const details = { title: 'Errors', from: 'SEV3', to: 'SEV1' };
    expect(told('alert.repeated', details).sentence).toBe(
      'entry.alert.worse Errors SEV3 SEV1',
    );
  });

  it('keeps the words of a note', () => {
    expect(told('note.added', {}, { text: '**rolled back**' })).toEqual({
      group: 'notes',
      text: '**rolled back**',
    });
  });

  it('marks a missing runbook as a gap and links a found one', () => {
    expect(told('runbook.missing', {}).isGap).toBe(true);
    const found = told('runbook.found', {
      title: 'R',
      url: '/r',
      because: 'b',
    });
    expect(found.link).toEqual({ title: 'R', url: '/r' });
  });

  it('shows the sentence of the backend for a kind it does not know yet', () => {
    const kind = 'drill.started' as TimelineKind;
    expect(told(kind, {}, { text: 'A drill began' })).toEqual({
      group: 'status',
      sentence: 'A drill began',
    });
  });
});
