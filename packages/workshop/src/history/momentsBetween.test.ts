import { momentsBetween } from './momentsBetween';

const between = (from: string, to: string) =>
  momentsBetween(
    new Date(`2026-11-20T${from}Z`),
    new Date(`2026-11-20T${to}Z`),
  ).map(moment => moment.toISOString().slice(11, 19));

describe('momentsBetween', () => {
  it('gives the tasks a turn soon after an event, then by the hour', () => {
    expect(between('03:00:00', '05:30:00')).toEqual([
      '03:00:15',
      '04:00:15',
      '05:00:15',
      '05:30:00',
    ]);
  });

  it('ends where the next event is, however near', () => {
    expect(between('03:00:00', '03:00:05')).toEqual(['03:00:05']);
    expect(between('03:00:00', '03:00:00')).toEqual(['03:00:00']);
  });
});
