import { anIncident } from 'backstage-plugin-incidents-common/testing';
import type { Incident } from 'backstage-plugin-incidents-common';
import type { CallKind } from '../incidentPort';
import { answerTo } from './beginPage';
import { builtInPolicy } from './builtInPolicy';
import type { KeptPage } from './page';

const now = new Date('2026-11-20T03:00:00.000Z');
const open: KeptPage = {
  ...{ id: 'p1', incidentKey: 'INC-1', policy: builtInPolicy, because: '' },
  ...{ status: 'waiting', round: 1, step: 0, startedAt: now, version: 1 },
  episode: 1,
};
const held = { pagesHeld: { because: ['INC-1'] } };

describe('a call', () => {
  it.each<[CallKind, Partial<Incident>, 'open' | 'none', string]>([
    ['declared', {}, 'none', 'begin'],
    ['raised', {}, 'none', 'begin'],
    ['released', {}, 'none', 'begin'],
    ['reopened', { status: 'investigating' }, 'none', 'begin'],
    ['declared', { drill: true }, 'none', 'nothing'],
    ['raised', held, 'none', 'nothing'],
    // A policy in flight is not exchanged.
    ['raised', {}, 'open', 'nothing'],
    ['declared', { status: 'mitigated' }, 'none', 'nothing'],
    ['declared', { status: 'resolved' }, 'none', 'nothing'],
    ['declared', { status: 'dismissed' }, 'none', 'nothing'],
    ['taken', { status: 'investigating' }, 'open', 'acknowledge'],
    ['taken', { status: 'identified' }, 'none', 'nothing'],
    ['over', { status: 'mitigated' }, 'open', 'end'],
    ['over', { status: 'resolved' }, 'none', 'nothing'],
    // It is heard late: by now the incident is back.
    ['over', { status: 'investigating' }, 'open', 'nothing'],
    ['over', { status: 'investigating' }, 'none', 'nothing'],
    ['taken', { status: 'closed' }, 'open', 'end'],
  ])('%s of %j, page %s: %s', (kind, about, page, answer) => {
    const incident = anIncident(about);
    expect(answerTo(kind, incident, page === 'open' ? open : undefined)).toBe(
      answer,
    );
  });
});
