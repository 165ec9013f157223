import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { company } from '../testing/company';
import { openEngines } from '../testing/engines';
import { house, type House } from '../testing/house';
import { linkIn, mailServer, type MailServer } from '../testing/mailServer';
import { twoSteps } from '../testing/pager';

const engines = openEngines();
const people = ['ada', 'bo', 'cy'] as const;
const [ada, bo, cy] = people.map(name => `user:default/${name}`);

/** The company, with a third person and a schedule that the portal keeps. */
const entities: Entity[] = company().flatMap(entity => {
  if (entity.metadata.name === 'bo') {
    const metadata = { ...entity.metadata, name: 'cy' };
    const spec = { profile: { displayName: 'Cy', email: 'cy@shop.example' } };
    return [entity, { ...entity, metadata, spec }];
  }
  if (entity.metadata.name !== 'checkout') return [entity];
  const annotations = { 'incidents/on-call': 'native:checkout' };
  return [{ ...entity, metadata: { ...entity.metadata, annotations } }];
});

/** Ada is primary and Bo is backup, each night; Cy is backup in the week after. */
const schedule = {
  ...{ name: 'checkout', title: 'Checkout', timeZone: 'Europe/Berlin' },
  levels: [
    { name: 'Primary', rotations: [weekly('primary', [ada], '2026-11-16')] },
    { name: 'Backup', rotations: [weekly('backup', [bo, cy], '2026-11-16')] },
  ],
};

function weekly(name: string, participants: string[], startsAt: string) {
  return {
    ...{ name, participants, startsAt },
    ...{ turn: { every: 1, unit: 'weeks' }, handoff: { time: '09:00' } },
  };
}

/**
 * In each night the clock of Berlin is changed, and whoever is backup gives the time from three to nine to the other. The alert
 * comes five minutes before the backup is called.
 */
const nights = [
  {
    what: 'the clock goes back: it is five to three for the first time, so the backup is called at two, an hour before the swap',
    ...{ at: '2027-10-31T00:55:00.000Z', called: 'backup' },
  },
  {
    what: 'the clock went back: it is five to three for the second time, so the backup is called at three, when the swap begins',
    ...{ at: '2027-10-31T01:55:00.000Z', called: 'swapped' },
  },
  {
    what: 'the clock goes forward from two to three: five minutes after five to two the swap has begun',
    ...{ at: '2027-03-28T00:55:00.000Z', called: 'swapped' },
  },
] as const;

describe.each(engines.ids)('a night, on %s', id => {
  let knex: Knex;
  let post: MailServer;
  const houses: House[] = [];
  beforeEach(async () => {
    knex = await engines.migrated(id);
    post = await mailServer();
  });
  afterEach(async () => {
    await Promise.all(houses.splice(0).map(h => h.stop()));
    await post.close();
  });

  async function open() {
    const keys = ['a-key-that-nobody-can-guess-at-all'];
    const h = await house({
      ...{ knex, entities },
      config: {
        escalation: {
          ...{ policies: [twoSteps], email: post.config },
          acknowledgeLinks: { keys },
        },
      },
    });
    houses.push(h);
    return h;
  }
  const until = (h: House, at: string) =>
    h.passes({ seconds: (Date.parse(at) - h.now().getTime()) / 1_000 });
  /** Whom mails went to, in order, and how often each. */
  const mailed = () =>
    post.letters.map(({ to }) => to?.[0].address?.split('@')[0]);

  /** The evening before: who is backup agrees with the other on the time from three to nine. */
  async function agree(h: House, at: string) {
    await h.post('/oncall/schedules', schedule).expect(201);
    until(h, new Date(Date.parse(at) - 8 * 3_600_000).toISOString());
    const { body } = await h.get('/oncall/schedules');
    const [, backup] = body.items[0].onCall.value;
    const mine = backup.people[0].ref;
    const theirs = [bo, cy].find(ref => ref !== mine)!;
    const day = at.slice(0, 10);
    // In the turn of the other.
    const other = new Date(Date.parse(day) + 4 * 86_400_000);
    const later = other.toISOString().slice(0, 10);
    const swap = {
      level: 'Backup',
      between: [
        { user: mine, from: `${day}T03:00`, to: `${day}T09:00` },
        { user: theirs, from: `${later}T03:00`, to: `${later}T09:00` },
      ],
    };
    await h.post('/oncall/schedules/checkout/swaps', swap, mine).expect(201);
    const nameOf = (ref: string) => ref.replace('user:default/', '');
    return { backup: nameOf(mine), swapped: nameOf(theirs) };
  }

  it.each(nights)('$what', async ({ at, called }) => {
    const h = await open();
    const agreed: Record<string, string> = await agree(h, at);
    until(h, at);
    await h.fires('Checkout 5xx');
    await h.waits({});
    expect(mailed()).toEqual(['ada']);
    await h.waits({ minutes: 4, seconds: 59 });
    expect(mailed()).toEqual(['ada']);
    await h.waits({ seconds: 1 });
    expect(mailed()).toEqual(['ada', agreed[called]]);
    const link = linkIn(post.letters[1]);
    await h.agent.get(link).expect(200);
    expect((await h.agent.post(link)).text).toContain('You are on it');
    for (let i = 0; i < 29; i++) await h.waits({ minutes: 1 });
    expect(mailed()).toHaveLength(2);
    const by = `user:default/${agreed[called]}`;
    const story = await h.story('INC-1');
    expect(story.split('\n').filter(l => /page\.(step|ack)/.test(l))).toEqual([
      expect.stringContaining('calls Ada – level 1 (Primary)'),
      expect.stringContaining('– level 2 (Backup)'),
      expect.stringContaining(`${by} is on it (by e-mail link)`),
    ]);
    expect((await h.incident('INC-1')).status).toBe('investigating');
  });

  it.each([
    ['that took the alert dies at once', false],
    ['that called the primary dies between the steps', true],
  ])('of two replicas the one %s', async (_, isBetweenSteps) => {
    const [one, other] = [await open(), await open()];
    const { at } = nights[1];
    const agreed = await agree(one, at);
    for (const h of [one, other]) until(h, at);
    await one.fires('Checkout 5xx');
    if (isBetweenSteps) await one.waits({});
    houses.splice(houses.indexOf(one), 1);
    await one.stop();
    await other.waits({});
    expect(mailed()).toEqual(['ada']);
    await other.waits({ minutes: 5 });
    expect(mailed()).toEqual(['ada', agreed.swapped]);
    // The link was made by one of them, and works at a third that has started since.
    const third = await open();
    until(third, other.now().toISOString());
    const { text } = await third.agent.post(linkIn(post.letters[1]));
    expect(text).toContain('You are on it');
    for (let i = 0; i < 29; i++) {
      third.passes({ minutes: 1 });
      await other.waits({ minutes: 1 });
      await third.scheduler.runAll();
    }
    expect(mailed()).toEqual(['ada', agreed.swapped]);
    const ids = post.letters.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(2);
  });

  it('a replica dies while its mail is under way: the mail is sent again, and is the same to who reads it', async () => {
    const [one, other] = [await open(), await open()];
    const { at } = nights[1];
    await agree(one, at);
    for (const h of [one, other]) until(h, at);
    await one.fires('Checkout 5xx');
    await one.waits({});
    // As it is when a process ends after the server took the mail, and before that was written down.
    await knex('incidents_page_notices')
      .where({ notifier: 'email' })
      .update({
        ...{ state: 'sending', sent_at: null, attempts: 1 },
        due_at: new Date(Date.parse(at) + 60_000),
      });
    houses.splice(houses.indexOf(one), 1);
    await one.stop();
    await other.waits({ seconds: 59 });
    expect(mailed()).toEqual(['ada']);
    await other.waits({ seconds: 1 });
    expect(mailed()).toEqual(['ada', 'ada']);
    const [first, second] = post.letters;
    expect(second.messageId).toBe(first.messageId);
    expect(linkIn(second)).toBe(linkIn(first));
  });
});
