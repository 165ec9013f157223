import type { Silence } from 'backstage-plugin-incidents-common';
import { services, type NightStep } from './nightSteps';
import type { House } from './house';

/** A house in a night, and what its monitors sent so far. */
export type Night = {
  h: House;
  sent: object[];
  setCatalog(away: boolean): void;
};

/** Lets one thing happen; what cannot be is refused with 404 or 409. */
export async function livesThrough(
  night: Night,
  step: NightStep,
): Promise<void> {
  const { h, sent } = night;
  if ('sends' in step) {
    const alerts = step.sends.map(signal => alertOf(h, signal));
    await send(night, { alerts, n: sent.length });
  } else if ('sendsAgain' in step) {
    if (sent.length > 0) await send(night, sent[sent.length - 1]);
  } else if ('flaps' in step) await flap(night, step);
  else if ('waits' in step) await h.waits({ minutes: step.waits });
  else if ('passes' in step) h.passes({ minutes: step.passes });
  else if ('runs' in step) {
    const tasks = h.scheduler.ids();
    await h.scheduler.run(tasks[step.runs % tasks.length]);
  } else if ('catalog' in step) night.setCatalog(step.catalog === 'away');
  else await personDoes(h, step);
}

type Signal = Extract<NightStep, { sends: unknown }>['sends'][number];

function alertOf(h: House, signal: Signal) {
  const { alert: title, status, severity, startedIn, resolvedIn } = signal;
  const instant = (minutes: number) =>
    new Date(h.now().getTime() + minutes * 60_000).toISOString();
  return {
    ...{ title, dedupKey: title, status, severity },
    labels: { service: services[title] },
    ...(startedIn !== undefined && { startedAt: instant(startedIn) }),
    ...(resolvedIn !== undefined && { resolvedAt: instant(resolvedIn) }),
  };
}

/** Comes and goes, a change a minute. */
async function flap(
  night: Night,
  { flaps, times }: Extract<NightStep, { flaps: unknown }>,
): Promise<void> {
  const { h, sent } = night;
  for (let i = 0; i < times; i++) {
    const status = i % 2 ? 'resolved' : 'firing';
    const signal = { alert: flaps, severity: 'error', status } as const;
    await send(night, { alerts: [alertOf(h, signal)], n: sent.length });
    h.passes({ minutes: 1 });
  }
}

/** Alerts look before they declare: nobody is called for what others work on already. */
async function send({ h, sent }: Night, delivery: object): Promise<void> {
  const open = new Set(
    (await h.incidents('?status=open&drills=show&limit=200')).map(
      incident => incident.entityRefs[0],
    ),
  );
  sent.push(delivery);
  const { status, body } = await h.deliver('generic', delivery);
  if (status !== 202) throw new Error(`${status}: ${JSON.stringify(body)}`);
  for (const { triage, entityRef, incidentKey, became } of body.alerts) {
    const isNew = became === 'opened' && triage.outcome === 'declared';
    if (isNew && open.has(entityRef)) {
      throw new Error(`${incidentKey} is not the only one of ${entityRef}`);
    }
  }
}

type Deed = Exclude<
  NightStep,
  | { sends: unknown }
  | { sendsAgain: unknown }
  | { flaps: unknown }
  | { waits: unknown }
  | { passes: unknown }
  | { runs: unknown }
  | { catalog: unknown }
>;

async function personDoes(h: House, deed: Deed): Promise<void> {
  const may = (...asked: Parameters<House['post']>) =>
    ask(h, [200, 201, 404, 409], ...asked);
  if ('acts' in deed) {
    const { acts: action } = deed;
    await may(`/incidents/${await keyOf(h, deed.nth)}/actions`, { action });
  } else if ('judges' in deed) {
    const { judges: severity } = deed;
    await may(`/incidents/${await keyOf(h, deed.nth)}/severity`, { severity });
  } else if ('notes' in deed) {
    const key = await keyOf(h, deed.notes);
    await may(`/incidents/${key}/notes`, { text: 'hm' });
  } else if ('merges' in deed) {
    const into = await keyOf(h, deed.into);
    await may(`/incidents/${await keyOf(h, deed.merges)}/merge`, { into });
  } else if ('declares' in deed) {
    await ask(h, [201], '/incidents', {
      ...{ title: 'It is odd', entityRefs: [deed.declares] },
      detectionSource: 'employee',
    });
  } else if ('silences' in deed) await keepQuiet(h, deed);
  else if ('endsSilences' in deed) await endSilences(h);
  else await handOn(h, deed);
}

/** About the latest episode, if there is one. */
async function handOn(
  h: House,
  { hands, doing }: Extract<NightStep, { hands: unknown }>,
): Promise<void> {
  const alerts = await h.alerts('?limit=200');
  const latest = alerts.find(({ title }) => title === hands);
  if (!latest) return;
  const { action } = doing;
  const deed =
    'to' in doing ? { action, incidentKey: await keyOf(h, doing.to) } : doing;
  await ask(h, [200, 409, 404], `/alerts/${latest.id}/actions`, deed);
}

/** The first of all when there is none yet. */
async function keyOf(h: House, nth: number): Promise<string> {
  const { body } = await h.get('/incidents?drills=show&limit=1');
  return `INC-${1 + (nth % Math.max(1, body.totalItems))}`;
}

async function keepQuiet(
  h: House,
  wanted: Extract<NightStep, { silences: unknown }>,
): Promise<void> {
  const begins = h.now().getTime() + wanted.in * 60_000;
  await ask(h, [201], '/silences', {
    matchers: [{ ...wanted.silences, op: 'equals' }],
    reason: 'sleeping',
    startsAt: new Date(begins).toISOString(),
    endsAt: new Date(begins + wanted.minutes * 60_000).toISOString(),
  });
}

async function endSilences(h: House): Promise<void> {
  const { body } = await h.get('/silences?status=active,pending');
  for (const { id } of body.items as Silence[]) {
    await ask(h, [200], `/silences/${id}/end`, {});
  }
}

async function ask(
  h: House,
  expected: number[],
  ...asked: Parameters<House['post']>
): Promise<void> {
  const { status, body } = await h.post(...asked);
  if (expected.includes(status)) return;
  throw new Error(`${asked[0]} answers ${status}: ${JSON.stringify(body)}`);
}
