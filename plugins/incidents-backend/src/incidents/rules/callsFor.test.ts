import type { Incident } from 'backstage-plugin-incidents-common';
import { anIncident } from 'backstage-plugin-incidents-common/testing';
import { callsFor } from './callsFor';

const actor = { type: 'integration', ref: 'prometheus' } as const;
const held = { pagesHeld: { because: ['INC-1'] } };

describe('whom a change of an incident concerns besides those who look at it', () => {
  it.each<[string, Partial<Incident> | undefined, Partial<Incident>, string[]]>(
    [
      ['it is declared', undefined, {}, ['declared']],
      ['it is declared, and its pages are held', undefined, held, []],
      ['its pages are held no more', held, {}, ['released']],
      ['it gets worse', { severityRank: 2 }, { severityRank: 1 }, ['raised']],
      ['it gets milder', { severityRank: 1 }, { severityRank: 2 }, []],
      [
        'it gets worse while its pages are held',
        { ...held, severityRank: 2 },
        { ...held, severityRank: 1 },
        [],
      ],
      [
        'somebody takes it up',
        { status: 'declared' },
        { status: 'investigating' },
        ['taken'],
      ],
      [
        'somebody takes it up while its pages are held',
        { ...held, status: 'declared' },
        { ...held, status: 'identified' },
        ['taken'],
      ],
      [
        'it is found',
        { status: 'investigating' },
        { status: 'identified' },
        [],
      ],
      [
        'its effect ends',
        { status: 'declared' },
        { status: 'mitigated' },
        ['over'],
      ],
      [
        'it was none',
        { status: 'declared' },
        { status: 'dismissed' },
        ['over'],
      ],
      [
        'it is over for good',
        { status: 'mitigated' },
        { status: 'resolved' },
        [],
      ],
      [
        'it is back',
        { status: 'mitigated' },
        { status: 'investigating' },
        ['reopened'],
      ],
      [
        'it was resolved too early',
        { status: 'resolved' },
        { status: 'investigating' },
        ['reopened'],
      ],
      ['an alert joins', { alerts: 1 }, { alerts: 2 }, []],
    ],
  )('when %s', (_, before, after, kinds) => {
    const calls = callsFor(
      before && anIncident({ severityRank: 2, ...before }),
      anIncident({ severityRank: 2, ...after }),
      actor,
    );
    expect(calls).toEqual(
      kinds.map(kind => ({ incidentKey: anIncident().key, kind, actor })),
    );
  });
});
