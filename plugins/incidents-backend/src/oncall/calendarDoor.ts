import type { Router } from 'express';
import type { Clock } from 'backstage-plugin-incidents-node';
import { countsPerMinute } from '../platform/countsPerMinute';
import type { CalendarShelf } from './shiftCalendars';

/** Of one address, in a minute; programs ask some times an hour. */
const mostPerMinute = 30;

/** The door for calendar programs, which know nothing but the address: `GET /calendars/<id>.<secret>.ics`. */
export function mountCalendars(
  router: Router,
  deps: { calendars: CalendarShelf; clock: Clock },
): void {
  const isTooOften = countsPerMinute(deps.clock, mostPerMinute);
  router.get('/calendars/:token.ics', async (request, response) => {
    const { token } = request.params;
    // The portal writes the address into its log once the answer is out, and whoever knows it may read.
    request.originalUrl = request.originalUrl.replaceAll(token, '***');
    if (isTooOften(token)) {
      response.setHeader('Retry-After', '60');
      response.status(429).type('text/plain');
      response.send('This calendar is read too often; try again in a minute');
      return;
    }
    const file = await deps.calendars.read(token);
    response.setHeader('Cache-Control', 'private, max-age=300');
    response.type('text/calendar; charset=utf-8').send(file);
  });
}
