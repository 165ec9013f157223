import type { OnCallPage, PageNotice } from 'backstage-plugin-incidents-common';
import { testNow } from 'backstage-plugin-incidents-common/testing';
import { answersTo, describePaged } from './describePaged';

const ada = { ref: 'user:default/ada', displayName: 'Ada' };
const notice = (about: Partial<PageNotice>): PageNotice => ({
  ...{ id: 'n1', round: 1, step: 1, target: 'level 1', notifier: 'portal' },
  ...{ state: 'sent', attempts: 1, at: testNow, person: ada },
  ...about,
});
const page = (
  notices: PageNotice[],
  about: Partial<OnCallPage> = {},
): OnCallPage => ({
  ...{ id: 'p1', incidentKey: 'INC-1', status: 'waiting', policy: 'standard' },
  ...{ because: '', round: 1, rounds: 3, step: 1, steps: 3 },
  startedAt: testNow,
  notices,
  ...about,
});

describe('who was paged', () => {
  it('is one line for a person, however many ways led to them', () => {
    const lines = describePaged(
      page([
        notice({ state: 'failed', reason: 'busy', notifier: 'mail' }),
        notice({ id: 'n2' }),
      ]),
    );
    expect(lines).toEqual([
      {
        ...{ id: 'n1', person: ada, target: 'level 1', at: testNow },
        state: 'sent',
        ways: [{ notifier: 'mail', reason: 'busy' }, { notifier: 'portal' }],
      },
    ]);
  });

  it('is told by the answer, not by what else was tried', () => {
    const states = ['unanswered', 'acknowledged', 'failed'] as const;
    const [line] = describePaged(page(states.map(state => notice({ state }))));
    expect(line.state).toBe('acknowledged');
  });

  it('is a line for each call, the newest first', () => {
    const lines = describePaged(
      page([notice({}), notice({ id: 'n2', step: 2, target: 'level 2' })]),
    );
    expect(lines.map(({ target }) => target)).toEqual(['level 2', 'level 1']);
  });

  it('is a line for each notice where names are hidden', () => {
    const hidden = { person: undefined };
    const lines = describePaged(
      page([notice(hidden), notice({ ...hidden, id: 'n2' })]),
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).not.toHaveProperty('person');
  });
});

describe('what can be answered', () => {
  it.each([
    ['waiting', true, true],
    ['acknowledged', false, true],
    ['exhausted', true, false],
    ['ended', false, false],
    [undefined, false, false],
  ] as const)('to a page that is %s', (status, acknowledge, handOn) => {
    const latest = status && page([], { status });
    expect(answersTo(latest)).toEqual({ acknowledge, handOn });
  });
});
