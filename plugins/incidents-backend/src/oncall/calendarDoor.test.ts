import express from 'express';
import request from 'supertest';
import { mountCalendars } from './calendarDoor';
import type { CalendarShelf } from './shiftCalendars';

const token = 'an-id.a-secret';
const path = `/api/incidents/calendars/${token}.ics`;

function portal(read: CalendarShelf['read']) {
  const logged: string[] = [];
  const router = express.Router();
  const now = new Date('2026-11-20T03:00:00.000Z');
  mountCalendars(router, {
    calendars: { read } as CalendarShelf,
    clock: { now: () => now },
  });
  const app = express();
  app.use((asked, answer, next) => {
    // When and what the root router of a portal logs.
    answer.on('finish', () => logged.push(asked.originalUrl));
    next();
  });
  app.use('/api/incidents', router);
  return { app, logged };
}

describe('the door for calendar programs', () => {
  it('keeps the secret of an address out of the log', async () => {
    const { app, logged } = portal(async () => 'BEGIN:VCALENDAR');
    await request(app).get(path).expect(200, 'BEGIN:VCALENDAR');
    expect(logged).toEqual(['/api/incidents/calendars/***.ics']);
  });

  it('also when it reads too often', async () => {
    const { app, logged } = portal(async () => '');
    let refused = 0;
    for (let i = 0; i < 31; i++) {
      const { status } = await request(app).get(path);
      if (status === 429) refused += 1;
    }
    expect(refused).toBe(1);
    expect(logged.join()).not.toContain('a-secret');
  });
});
