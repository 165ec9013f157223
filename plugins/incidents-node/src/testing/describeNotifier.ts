import type { OnCallPerson } from 'backstage-plugin-incidents-common';
import type { IncidentNotifier, PageNews, PersonalNotice } from '../notifier';

/**
 * A notifier and the stand-in for what it talks to.
 *
 * @public
 */
export type NotifierBench = {
  notifier: IncidentNotifier;
  /** What arrived on the other side, each as text. */
  received(): string[];
  /** Makes the other side refuse, in a way that passes. */
  breaks(): void;
  /** Somebody it reaches; without one it is for channels only. */
  person?: OnCallPerson;
  /** What a policy would say about a channel. */
  settings?: Record<string, unknown>;
  close?(): Promise<void>;
};

/**
 * Declares the contract test of a notifier. Call it at the top of a test file; the bench is opened for each test.
 *
 * @public
 */
export function describeNotifier(
  name: string,
  open: () => Promise<NotifierBench>,
): void {
  describe(`the notifier ${name}`, () => {
    let bench: NotifierBench;
    beforeEach(async () => {
      bench = await open();
    });
    afterEach(() => bench.close?.());
    const notice = (): PersonalNotice => aNotice(bench);

    it('has an id that policies can name, and a title for sentences', () => {
      expect(bench.notifier.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(bench.notifier.title.trim()).not.toBe('');
    });

    it('says whom it reaches', async () => {
      const stranger = { ref: 'user:default/nobody-at-all', displayName: 'N' };
      const reached = await Promise.all(
        [bench.person, stranger].map(
          person => person && bench.notifier.reaches(person),
        ),
      );
      expect(reached[0]).toBe(bench.person ? true : undefined);
      expect(typeof reached[1]).toBe('boolean');
    });

    it('delivers what the incident is, how bad, on what, and where one answers', async () => {
      expect(await bench.notifier.notify(notice())).toMatchObject({
        outcome: 'sent',
      });
      const [received] = bench.received();
      for (const part of ['INC-7', 'Checkout 5xx', 'SEV1', 'checkout']) {
        expect(received).toContain(part);
      }
      expect(received).toContain('/incidents/INC-7');
      expect(received).toContain('https://wiki.example/checkout');
    });

    it('shows one key to the other side each time, so that a repeat can be told from news', async () => {
      await bench.notifier.notify(notice());
      await bench.notifier.notify(notice());
      const [first, second = first] = bench.received();
      expect(second).toBe(first);
    });

    it('tells, if it follows, that somebody is on it and that it is over', async () => {
      if (!bench.notifier.follow) return;
      const follow = (news: PageNews) => bench.notifier.follow!(notice(), news);
      await bench.notifier.notify(notice());
      for (const news of ['answered', 'over'] as const) {
        expect(await follow(news)).toMatchObject({ outcome: 'sent' });
      }
      const [, ...followed] = bench.received();
      expect(new Set(followed).size).toBe(2);
      bench.breaks();
      expect(await follow('over')).toMatchObject({
        ...{ outcome: 'failed', retry: true },
      });
    });

    it('answers that it failed, that it may be tried again, and why, without throwing', async () => {
      bench.breaks();
      const answer = await bench.notifier.notify(notice());
      expect(answer).toMatchObject({
        ...{ outcome: 'failed', retry: true },
        reason: expect.stringMatching(/\S/),
      });
    });
  });
}

function aNotice({ person, settings = {} }: NotifierBench): PersonalNotice {
  return {
    idempotencyKey: '01939e6c-0000-7000-8000-000000000001',
    thread: 'incidents-page-01939e6c-0000-7000-8000-000000000002-1',
    incident: {
      ...{ key: 'INC-7', title: 'Checkout 5xx' },
      ...{ severity: 'SEV1', severityRank: 1 },
      entityRefs: ['component:default/checkout'],
    },
    ...(person && { person }),
    ...{ target: 'level 1 (Primary)', settings, urgency: 'page', round: 1 },
    links: {
      incident: 'https://portal.example/incidents/INC-7',
      acknowledge: 'https://portal.example/incidents/INC-7#paged',
      runbook: { title: 'Checkout', url: 'https://wiki.example/checkout' },
    },
  };
}
