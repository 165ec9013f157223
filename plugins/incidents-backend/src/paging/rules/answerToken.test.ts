import { openAnswer, sealAnswer } from './answerToken';

const grant = {
  noticeId: '01939e6c-0000-7000-8000-000000000001',
  person: 'user:default/ada',
  until: new Date('2026-11-21T03:00:00.000Z'),
};
const [key, older, other] = ['k'.repeat(32), 'o'.repeat(32), 'x'.repeat(32)];

describe('what an acknowledge link carries', () => {
  it('says who may answer which notice until when, and fits into an address', () => {
    const token = sealAnswer(grant, key);
    expect(openAnswer(token, [key])).toEqual(grant);
    expect(encodeURIComponent(token)).toBe(token);
  });

  it('is the same each time, so that a repeated mail is the same mail', () => {
    expect(sealAnswer(grant, key)).toBe(sealAnswer(grant, key));
  });

  it('holds while its key is still among the keys', () => {
    const token = sealAnswer(grant, older);
    expect(openAnswer(token, [key, older])).toEqual(grant);
    expect(openAnswer(token, [key, other])).toBeUndefined();
    expect(openAnswer(token, [])).toBeUndefined();
  });

  it('cannot be made to say something else', () => {
    const [payload, signature] = sealAnswer(grant, key).split('.');
    const said = Buffer.from(payload, 'base64url').toString();
    const forged = [
      said.replace('ada', 'bo'),
      said.replace('0001', '0002'),
      said.replace(/ \d+ /, ' 9999999999 '),
    ].map(text => `${Buffer.from(text).toString('base64url')}.${signature}`);
    for (const token of forged) {
      expect(openAnswer(token, [key])).toBeUndefined();
    }
  });

  it.each([
    '',
    '.',
    'a.b',
    '\u0000',
    `${'a'.repeat(5_000)}.${'b'.repeat(43)}`,
    '../../etc/passwd',
    `火.${'b'.repeat(43)}`,
  ])('opens nothing of %j', token => {
    expect(openAnswer(token, [key])).toBeUndefined();
  });
});
