import { placeOfRunbook } from './placeOfRunbook';

describe('the place of a runbook', () => {
  it('is read from the address of its page, wherever the portal stands', () => {
    const place = {
      kind: 'component',
      namespace: 'default',
      name: 'photo-api',
      id: 'f1',
    };
    const path = '/incidents/runbooks/component/default/photo-api/f1';
    expect(placeOfRunbook(path)).toEqual(place);
    expect(placeOfRunbook(`https://portal.example/base${path}`)).toEqual(place);
  });

  it('is decoded, also when it is not well encoded', () => {
    expect(placeOfRunbook('/runbooks/a/b/c%20d/%E0%A4%A')).toEqual({
      kind: 'a',
      namespace: 'b',
      name: 'c d',
      id: '%E0%A4%A',
    });
  });

  it('is unknown for addresses elsewhere', () => {
    expect(placeOfRunbook('https://wiki.example/runbooks/x')).toBeUndefined();
  });
});
