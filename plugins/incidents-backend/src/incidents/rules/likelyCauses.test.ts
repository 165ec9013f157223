import {
  incidentStatuses,
  isOpenStatus,
  type Incident,
} from 'backstage-plugin-incidents-common';
import {
  aScheme,
  anAlert,
  anIncident,
} from 'backstage-plugin-incidents-common/testing';
import type { InhibitionSettings } from '../inhibitionSettings';
import {
  counts,
  likelyCauses,
  nameCauses,
  reasonToRelease,
  releasePages,
  type LikelyCause,
} from './likelyCauses';
import { declareForAlert } from './triage';

const now = new Date('2026-11-20T04:00:00.000Z');
const ledger = 'component:default/ledger';
const database = 'resource:default/payments-db';
const settings: InhibitionSettings = { depth: 1, holdPages: true };
const on = (entityRef: string, about: Partial<Incident> = {}) =>
  anIncident({ key: 'INC-3', entityRefs: [entityRef], ...about });
const actor = { type: 'integration', ref: 'prometheus' } as const;

describe('whether an incident may be the cause of others', () => {
  it.each<[string, Partial<Incident>, Partial<InhibitionSettings>, boolean]>([
    ['of rank 1', { severityRank: 1 }, {}, true],
    ['of rank 2', { severityRank: 2 }, {}, true],
    ['of rank 3', { severityRank: 3 }, {}, false],
    ['that is a drill', { drill: true }, {}, false],
    [
      'of a level that config names',
      { severity: 'SEV4', severityRank: 4 },
      { severities: ['SEV4'] },
      true,
    ],
    [
      'of a level that config does not name',
      { severity: 'SEV1', severityRank: 1 },
      { severities: ['SEV4'] },
      false,
    ],
  ])('%s', (...[, about, more, expected]) => {
    expect(counts(anIncident(about), { ...settings, ...more })).toBe(expected);
  });

  it.each(incidentStatuses)('%s, if it is open', status => {
    expect(counts(anIncident({ status }), settings)).toBe(isOpenStatus(status));
  });
});

describe('what an incident is likely because of', () => {
  const found = (open: Incident[], upstream = [ledger, database]) =>
    likelyCauses(upstream, open, settings);

  it('is what is open on what its entity depends on', () => {
    expect(found([on('component:default/mail'), on(database)])).toEqual([
      { key: 'INC-3', entityRef: database, isInEffect: true },
    ]);
  });

  it('names the nearest of its entities', () => {
    const both = on('x', { entityRefs: ['component:a/b', database, ledger] });
    expect(found([both])).toMatchObject([{ entityRef: ledger }]);
  });

  it('is not felt once it is mitigated', () => {
    expect(found([on(ledger, { status: 'mitigated' })])).toMatchObject([
      { isInEffect: false },
    ]);
  });

  it('is the worst five, of equals those that are older', () => {
    const many = Array.from({ length: 7 }, (_, i) =>
      on(ledger, { key: `INC-${i + 1}`, severityRank: i === 6 ? 1 : 2 }),
    );
    expect(found(many).map(({ key }) => key)).toEqual([
      ...['INC-7', 'INC-1', 'INC-2', 'INC-3', 'INC-4'],
    ]);
  });
});

describe('an incident that has a likely cause', () => {
  const scheme = aScheme();
  const declared = declareForAlert(anAlert(), {
    ...{ key: 'INC-9', scheme, level: scheme.levels[1], now },
  });
  const cause = (about: Partial<LikelyCause> = {}): LikelyCause => ({
    ...{ key: 'INC-3', entityRef: database, isInEffect: true },
    ...about,
  });
  const name = (causes: LikelyCause[], holdPages = true) =>
    nameCauses(declared, causes, { holdPages, actor });
  const texts = ({ because }: typeof declared) =>
    because.slice(1).map(({ kind, text }) => [kind, text]);

  it('is as it was, when it has none', () => {
    expect(name([])).toBe(declared);
  });

  it('says which, and that its pages are held back', () => {
    const named = name([cause(), cause({ key: 'INC-4', entityRef: ledger })]);
    expect(named.after).toMatchObject({
      likelyBecauseOf: ['INC-3', 'INC-4'],
      pagesHeld: { because: ['INC-3', 'INC-4'] },
    });
    expect(texts(named)).toEqual([
      [
        'incident.cause',
        'It is probably because of INC-3 on resource:default/payments-db and INC-4 on component:default/ledger',
      ],
      [
        'pages.held',
        'Its pages are held back: INC-3 and INC-4 are in effect, and incidents.triage.inhibition.holdPages is on',
      ],
    ]);
    expect(named.because[1].details).toEqual({
      because: [
        { key: 'INC-3', entityRef: database },
        { key: 'INC-4', entityRef: ledger },
      ],
    });
  });

  it.each<[string, LikelyCause[], boolean]>([
    ['config does not ask for it', [cause()], false],
    ['its cause is not felt any more', [cause({ isInEffect: false })], true],
  ])('holds back no page when %s', (_, causes, holdPages) => {
    const named = name(causes, holdPages);
    expect(named.after.likelyBecauseOf).toEqual(['INC-3']);
    expect(named.after).not.toHaveProperty('pagesHeld');
    expect(texts(named).map(([kind]) => kind)).toEqual(['incident.cause']);
  });
});

describe('pages that are held back', () => {
  const release = (causes: Incident[], about = {}) =>
    reasonToRelease(causes, { ...settings, ...about });

  it.each(['declared', 'investigating', 'identified'] as const)(
    'stay so while their cause is %s',
    status => {
      expect(release([on(ledger, { status })])).toBeUndefined();
    },
  );

  it.each(['mitigated', 'resolved', 'closed', 'dismissed'] as const)(
    'are held no more once their cause is %s',
    status => {
      expect(release([on(ledger, { status })])).toBe(`INC-3 is ${status}`);
    },
  );

  it('stay so while one of their causes is in effect', () => {
    const over = on(ledger, { status: 'resolved' });
    expect(release([over, on(database, { key: 'INC-4' })])).toBeUndefined();
    const calm = on(database, { key: 'INC-4', status: 'mitigated' });
    expect(release([over, calm])).toBe(
      'INC-3 is resolved and INC-4 is mitigated',
    );
  });

  it('are held no more once their cause is not that bad', () => {
    const mild = on(ledger, { severity: 'SEV4', severityRank: 4 });
    expect(release([mild])).toBe('INC-3 is only SEV4');
  });

  it('are held no more once config does not ask for it', () => {
    expect(release([on(ledger)], { holdPages: false })).toBe(
      'incidents.triage.inhibition.holdPages is off',
    );
  });

  it('are released with a word, and their cause stays known', () => {
    const held = anIncident({
      likelyBecauseOf: ['INC-3'],
      pagesHeld: { because: ['INC-3'] },
    });
    const { after, because } = releasePages(held, {
      ...{ reason: 'INC-3 is resolved', now, actor },
    });
    expect(after).toEqual(
      anIncident({
        likelyBecauseOf: ['INC-3'],
        updatedAt: now.toISOString(),
      }),
    );
    expect(because).toEqual([
      {
        kind: 'pages.released',
        actor,
        text: 'Its pages are no longer held back: INC-3 is resolved',
        details: { because: ['INC-3'], reason: 'INC-3 is resolved' },
        incidentKey: 'INC-1',
      },
    ]);
  });
});
