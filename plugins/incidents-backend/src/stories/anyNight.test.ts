import {
  incidentActions,
  type Alert,
  type Incident,
  type Silence,
} from 'backstage-plugin-incidents-common';
import fc from 'fast-check';
import { house, type House } from '../testing/house';
import { replay } from '../testing/replay';

jest.setTimeout(300_000);

const nights = 100;
/** Two alerts of one service, one of another, one of nobody. */
const services: Record<string, string> = {
  A: 'checkout',
  B: 'checkout',
  C: 'ledger',
  D: 'unheard-of',
};

const alert = fc.constantFrom(...Object.keys(services));
const signal = fc.record({
  alert,
  status: fc.constantFrom(
    ...(['firing', 'firing', 'resolved', 'acknowledged'] as const),
  ),
  severity: fc.constantFrom('critical', 'error', 'warning', 'info', 'huh'),
});
const key = fc.integer({ min: 1, max: 5 });
/** Of incidents that there are in most nights. */
const early = fc.integer({ min: 1, max: 3 });
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      sends: fc.array(signal, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ sendsAgain: fc.constant(true) }) },
  {
    weight: 4,
    arbitrary: fc.record({ acts: fc.constantFrom(...incidentActions), key }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ judges: fc.constantFrom('SEV1', 'SEV4'), key }),
  },
  { weight: 1, arbitrary: fc.record({ notes: key }) },
  {
    weight: 1,
    arbitrary: fc.record({ declares: fc.constantFrom('checkout', 'ledger') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      hands: alert,
      doing: fc.oneof(
        fc.record({
          action: fc.constant('bind'),
          entityRef: fc.constantFrom(
            'component:default/checkout',
            'component:default/ledger',
          ),
        }),
        fc.record({
          action: fc.constant('move'),
          incidentKey: key.map(n => `INC-${n}`),
        }),
        fc.record({ action: fc.constantFrom('acknowledge', 'split') }),
      ),
    }),
  },
  { weight: 4, arbitrary: fc.record({ merges: early, into: early }) },
  {
    weight: 2,
    arbitrary: fc.record({
      silences: fc.constantFrom(...Object.values(services)),
      minutes: fc.constantFrom(10, 60),
    }),
  },
  { weight: 1, arbitrary: fc.record({ endsSilences: fc.constant(true) }) },
  {
    weight: 2,
    arbitrary: fc.record({ waits: fc.constantFrom(1, 30, 60 * 25) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ catalog: fc.constantFrom('away', 'back') }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Night = {
  h: House;
  sent: object[];
  setCatalog(away: boolean): void;
};

/** Alerts look before they declare: nobody is called for what others work on already. */
async function send({ h, sent }: Night, delivery: object): Promise<void> {
  const open = new Set(
    (await h.incidents('?status=open&drills=show&limit=200')).flatMap(
      incident => incident.entityRefs[0],
    ),
  );
  sent.push(delivery);
  const { status, body } = await h.deliver('generic', delivery);
  expect(status).toBe(202);
  for (const { triage, entityRef, incidentKey, became } of body.alerts) {
    if (became === 'opened' && triage.outcome === 'declared') {
      const isFirst = !open.has(entityRef);
      expect({ entityRef, incidentKey, isFirst }).toMatchObject({
        isFirst: true,
      });
    }
  }
}

/** Somebody does something about the latest episode of an alert, if there is one. */
async function actOnAlert(h: House, title: string, doing: object) {
  const alerts = await h.alerts('?limit=200');
  const latest = alerts.find(one => one.title === title);
  if (!latest) return;
  const { status } = await h.post(`/alerts/${latest.id}/actions`, doing);
  expect([200, 404, 409]).toContain(status);
}

async function keepQuiet(h: House, service: string, minutes: number) {
  const { status } = await h.post('/silences', {
    matchers: [{ label: 'service', op: 'equals', value: service }],
    reason: 'sleeping',
    endsAt: new Date(h.now().getTime() + minutes * 60_000).toISOString(),
  });
  expect(status).toBe(201);
}

async function endSilences(h: House) {
  const { body } = await h.get('/silences?status=active');
  for (const { id } of body.items) {
    const { status } = await h.post(`/silences/${id}/end`, {});
    expect(status).toBe(200);
  }
}

async function take(night: Night, next: Step): Promise<void> {
  const { h, sent } = night;
  if ('sends' in next) {
    const alerts = next.sends.map(({ alert: name, status, severity }) => ({
      ...{ title: name, dedupKey: name, status, severity },
      labels: { service: services[name] },
    }));
    await send(night, { alerts, n: sent.length });
  } else if ('sendsAgain' in next) {
    if (sent.length > 0) await send(night, sent[sent.length - 1]);
  } else if ('acts' in next) {
    const { status } = await h.post(`/incidents/INC-${next.key}/actions`, {
      action: next.acts,
    });
    expect([200, 404, 409]).toContain(status);
  } else if ('hands' in next) {
    await actOnAlert(h, next.hands, next.doing);
  } else if ('merges' in next) {
    const { status } = await h.post(`/incidents/INC-${next.merges}/merge`, {
      into: `INC-${next.into}`,
    });
    expect([200, 404, 409]).toContain(status);
  } else if ('silences' in next) {
    await keepQuiet(h, next.silences, next.minutes);
  } else if ('endsSilences' in next) await endSilences(h);
  else if ('judges' in next) {
    await h.post(`/incidents/INC-${next.key}/severity`, {
      severity: next.judges,
    });
  } else if ('notes' in next) {
    await h.post(`/incidents/INC-${next.notes}/notes`, { text: 'hm' });
  } else if ('declares' in next) {
    const { status } = await h.post('/incidents', {
      title: `${next.declares} is odd`,
      entityRefs: [`component:default/${next.declares}`],
      detectionSource: 'employee',
    });
    expect(status).toBe(201);
  } else if ('catalog' in next) night.setCatalog(next.catalog === 'away');
  else await h.waits({ minutes: next.waits });
}

async function expectIncidentInOrder(h: House, incident: Incident) {
  const ofIncident = (await h.alerts(
    `?incident=${incident.key}&limit=200`,
  )) as Alert[];
  const firing = ofIncident.filter(({ status }) => status !== 'resolved');
  const { body } = await h.get(
    `/incidents/${incident.key}/timeline?order=oldest&limit=500`,
  );
  const told = replay(body.items);
  expect({ key: incident.key, ...told }).toEqual({
    key: incident.key,
    status: incident.status,
    severity: incident.severity,
    firing: firing.map(({ id }) => id).sort(),
  });
  expect(incident).toMatchObject({
    alerts: ofIncident.length,
    openAlerts: firing.length,
  });
}

async function expectAllInOrder(h: House) {
  const incidents = await h.incidents('?drills=show&sort=declaredAt&limit=200');
  const numbers = incidents.map(({ key: name }) => Number(name.slice(4)));
  expect(numbers.sort((a, b) => a - b)).toEqual(incidents.map((_, i) => i + 1));
  for (const incident of incidents) await expectIncidentInOrder(h, incident);
  const firing = (await h.alerts('?status=firing,acknowledged&limit=200')).map(
    ({ fingerprint }) => fingerprint,
  );
  expect(firing.length).toBe(new Set(firing).size);
  await expectQuietInOrder(h);
}

/** Once time has passed, only what an active silence matches is held back. */
async function expectQuietInOrder(h: House) {
  await h.waits({ seconds: 15 });
  const { body } = await h.get('/silences?status=active&limit=200');
  const quiet = (body.items as Silence[]).map(
    ({ matchers }) => matchers[0].value,
  );
  const held = await h.alerts(
    '?outcome=silenced&status=firing,acknowledged&limit=200',
  );
  for (const { labels, incidentKey } of held) {
    expect(incidentKey).toBeUndefined();
    expect(quiet).toContain(labels.service);
  }
}

describe('whatever happens in a night', () => {
  afterEach(() => jest.restoreAllMocks());

  it('each incident is what its timeline tells, and counts what fires', async () => {
    expect.hasAssertions();
    const real = performance.now.bind(performance);
    let skipped = 0;
    // The catalog is asked again at once when it comes back, without waiting for it.
    jest.spyOn(performance, 'now').mockImplementation(() => real() + skipped);
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(step, { minLength: 1, maxLength: 30 }),
        async (awayAtFirst, steps) => {
          let isAway = awayAtFirst;
          const h = await house({ catalogIsAway: () => isAway });
          const night: Night = {
            ...{ h, sent: [] },
            setCatalog(away) {
              isAway = away;
              skipped += 60_000;
            },
          };
          try {
            for (const next of steps) await take(night, next);
            await expectAllInOrder(h);
          } finally {
            await h.stop();
          }
        },
      ),
      { numRuns: nights },
    );
  });
});
