import { expanded, expandedName, isUnexpanded } from './placeholders';

describe('macros that nobody replaced', () => {
  it.each([
    '{{alert.id}}',
    '{{ $labels.host }}',
    '${EVENT_ID}',
    '{EVENT.ID}',
    '{$ZABBIX.URL}',
    '$HOSTNAME$',
    '$_HOSTBACKSTAGE_ENTITY$',
    '$host.display_name$',
    '*UNKNOWN*',
    '{HOST.NAME}: {EVENT.NAME}',
  ])('%s says nothing', text => {
    expect(isUnexpanded(text)).toBe(true);
    expect(expanded(text)).toBeUndefined();
    expect(expandedName(text)).toBeUndefined();
  });

  it.each([
    'checkout',
    '{"a":1}',
    '$5 a month',
    'a * b * c',
    '{}',
    '$ome thing$',
    '100 %',
  ])('%s is a text', text => {
    expect(expanded(` ${text} `)).toBe(text);
    expect(expandedName(text)).toBe(text);
  });

  it('may be within a text, but not within a name', () => {
    expect(expanded('CPU of {HOST.NAME}')).toBe('CPU of {HOST.NAME}');
    expect(expandedName('cpu-{{host}}')).toBeUndefined();
  });

  it('leave words for nothing, which are no names', () => {
    for (const word of ['null', 'None', 'undefined', '<no value>', ' ', '']) {
      expect(expandedName(word)).toBeUndefined();
    }
    expect(expanded('None')).toBe('None');
    expect([expanded(null), expanded({}), expanded(' ')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(expandedName(17)).toBe('17');
  });

  it('are looked for in a time that grows with the text only', () => {
    for (const part of ['{{', '${', '$a', '$a.', '{A', '$AA', '*UNKNOWN']) {
      expect(isUnexpanded(part.repeat(100_000))).toBe(false);
    }
  });
});
