import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type ICAL from 'ical.js';
import { textIn, timesOf } from '../../platform/calendar/eventTimes';
import type { Schedule } from '../../platform/calendar/occurrences';
import type { Zones } from '../../platform/calendar/readZones';
import { longestOpening } from './planWindow';

/** An event of a calendar, as far as it matters to maintenance. */
export type CalendarEvent = {
  uid: string;
  title: string;
  reason?: string;
  /** Entities that the event names itself. */
  named: string[];
  schedule: Schedule;
};

const entityLine = /^\s*entity\s*:\s*(\S+)\s*$/gim;

/**
 * One event with what differs at some of its times.
 *
 * @throws Error with a sentence for what is not understood.
 */
export function readEvent(
  main: ICAL.Component,
  others: ICAL.Component[],
  zones: Zones,
): Omit<CalendarEvent, 'uid' | 'title'> {
  const description = textIn(main, 'description');
  const named = [
    ...categoriesOf(main).flatMap(entityIn),
    ...[...description.matchAll(entityLine)].map(([, ref]) => entityOf(ref)),
  ];
  const reason = description.replace(entityLine, '').trim().slice(0, 2_000);
  return {
    named: [...new Set(named)],
    schedule: timesOf({ main, others }, { zones, longest: longestOpening }),
    ...(reason && { reason }),
  };
}

function categoriesOf(component: ICAL.Component): string[] {
  return component
    .getAllProperties('categories')
    .flatMap(property => property.getValues().map(String));
}

/** Categories may be anything. */
function entityIn(category: string): string[] {
  try {
    return [entityOf(category)];
  } catch {
    return [];
  }
}

function entityOf(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text.trim())).slice(0, 255);
  } catch {
    throw new Error(`${text.slice(0, 100)} is no entity ref`);
  }
}
