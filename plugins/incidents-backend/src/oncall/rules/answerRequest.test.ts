import {
  answerRequest,
  deedsOf,
  expireRequest,
  type KeptRequest,
  type RequestDeed,
} from './answerRequest';

const now = new Date('2026-11-20T03:00:00.000Z');
const request = (about: Partial<KeptRequest> = {}): KeptRequest => ({
  ...{ id: 'r1', schedule: 'checkout', kind: 'take', status: 'open' },
  ...{ level: 'Primary', asker: 'ada', everybody: true },
  mine: { from: '2026-11-22T08:00:00.000Z', to: '2026-11-23T08:00:00.000Z' },
  ...{ asked: ['bo', 'cy'], declined: [], version: 1 },
  ...{ createdAt: '2026-11-20T02:00:00.000Z' },
  expiresAt: '2026-11-22T08:00:00.000Z',
  ...about,
});
const over = { expiresAt: now.toISOString() };

describe('what may be done with a request', () => {
  it.each([
    ['who asks may withdraw it', 'ada', {}, ['withdraw']],
    ['who is asked may answer it', 'bo', {}, ['accept', 'decline']],
    ['who declined may think again', 'bo', { declined: ['bo'] }, ['accept']],
    ['others may do nothing', 'dee', {}, []],
    ['nobody may do anything once its shift begins', 'bo', over, []],
    ...(['accepted', 'declined', 'withdrawn', 'expired'] as const).map(
      status =>
        [`nobody may do anything: ${status}`, 'bo', { status }, []] as const,
    ),
  ] as const)('%s', (_, user, about, deeds) => {
    expect(deedsOf(request(about as Partial<KeptRequest>), user, now)).toEqual(
      deeds,
    );
  });
});

describe('what becomes of a request', () => {
  const answer = (
    deed: RequestDeed,
    user: string,
    about: Partial<KeptRequest> = {},
  ) => {
    const after = answerRequest(request(about), { deed, user }, now);
    const { status, answeredBy, closedAt, version } = after;
    return [status, answeredBy, closedAt === undefined, version];
  };

  it.each([
    ['accept', 'bo', {}, ['accepted', 'bo', false, 2]],
    ['withdraw', 'ada', {}, ['withdrawn', undefined, false, 2]],
    ['decline', 'bo', {}, ['open', undefined, true, 2]],
    ['decline', 'cy', { declined: ['bo'] }, ['declined', 'cy', false, 2]],
    ['accept', 'bo', { declined: ['bo'] }, ['accepted', 'bo', false, 2]],
    ['decline', 'bo', { asked: ['bo'] }, ['declined', 'bo', false, 2]],
  ] as const)('%s by %s of %j', (deed, user, about, after) => {
    expect(answer(deed, user, about as Partial<KeptRequest>)).toEqual(after);
  });

  it.each([
    ['accept', 'dee', {}, 'It was not asked of you'],
    ['decline', 'bo', { declined: ['bo'] }, 'You have declined it already'],
    [
      'withdraw',
      'bo',
      {},
      'Somebody else has asked this: only they can withdraw it',
    ],
    ['accept', 'bo', over, 'It has expired: its first shift has begun'],
    [
      'accept',
      'bo',
      { status: 'accepted' },
      'It is taken already: somebody else has it',
    ],
    ['accept', 'bo', { status: 'declined' }, 'It was declined already'],
    ['withdraw', 'ada', { status: 'withdrawn' }, 'It was withdrawn'],
  ] as const)('not %s by %s of %j: %s', (deed, user, about, message) => {
    expect(() => answer(deed, user, about as Partial<KeptRequest>)).toThrow(
      message,
    );
  });

  it('expires with time', () => {
    expect(expireRequest(request(), now)).toMatchObject({
      ...{ status: 'expired', closedAt: now.toISOString(), version: 2 },
    });
  });
});
