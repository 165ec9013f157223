import { describeProblem } from './describeProblem';

const withStatus = (statusCode: number) =>
  Object.assign(new Error('Request failed'), {
    statusCode,
    body: { error: { message: 'INC-9 does not exist' } },
  });

describe('a problem', () => {
  it.each([
    [400, 'refused'],
    [401, 'signIn'],
    [403, 'forbidden'],
    [404, 'missing'],
    [409, 'conflict'],
    [429, 'busy'],
    [500, 'broken'],
    [503, 'broken'],
  ])('with status %s is %s, in the words of the server', (status, kind) => {
    expect(describeProblem(withStatus(status))).toEqual({
      kind,
      detail: 'INC-9 does not exist',
    });
  });

  it('without an answer is the network', () => {
    expect(describeProblem(new TypeError('Failed to fetch'))).toEqual({
      kind: 'offline',
    });
  });

  it('of any other kind is told as it is', () => {
    expect(describeProblem(new Error('odd'))).toEqual({
      kind: 'broken',
      detail: 'odd',
    });
  });
});
