import { z } from 'zod';
import { get, post, put } from './endpoint';
import {
  definitionReadPermission,
  onCallCalendarCreatePermission,
  onCallOverrideOwnPermission,
  onCallReadPermission,
  onCallScheduleUpdatePermission,
} from './permissions';
import * as s from './schemas';

const noQuery = z.strictObject({});

/** The part of the API that is about on call. */
export const onCallEndpoints = {
  previewSchedule: post('/oncall/preview', {
    summary: 'What a schedule would come to: shifts, gaps, double bookings',
    needs: definitionReadPermission,
    body: s.previewScheduleSchema,
    reply: s.schedulePreviewSchema,
  }),
  listSchedules: get('/oncall/schedules', {
    summary: 'List schedules by name, with who is on call now',
    needs: definitionReadPermission,
    query: s.scheduleQuerySchema,
    reply: s.schedulePageSchema,
  }),
  createSchedule: post('/oncall/schedules', {
    summary: 'Create a schedule',
    needs: onCallScheduleUpdatePermission,
    body: s.scheduleDefinitionSchema,
    reply: s.scheduleReceiptSchema,
    status: 201,
  }),
  importSchedules: post('/oncall/schedules/import', {
    summary: 'Create and change schedules by a YAML file, or say what it would',
    needs: onCallScheduleUpdatePermission,
    body: s.importSchedulesSchema,
    reply: s.importedSchedulesSchema,
  }),
  getSchedule: get('/oncall/schedules/:name', {
    summary: 'One schedule with its definition',
    needs: onCallReadPermission,
    query: noQuery,
    reply: s.scheduleDetailSchema,
  }),
  changeSchedule: put('/oncall/schedules/:name', {
    summary: 'Change a schedule from an instant on; the past stays',
    needs: onCallScheduleUpdatePermission,
    body: s.changeScheduleSchema,
    reply: s.scheduleReceiptSchema,
  }),
  archiveSchedule: post('/oncall/schedules/:name/archive', {
    summary: 'Archive a schedule: nobody is on call by it any more',
    needs: onCallScheduleUpdatePermission,
    body: s.archiveScheduleSchema,
    reply: s.scheduleReceiptSchema,
  }),
  restoreSchedule: post('/oncall/schedules/:name/restore', {
    summary: 'Take a schedule out of the archive',
    needs: onCallScheduleUpdatePermission,
    body: s.archiveScheduleSchema,
    reply: s.scheduleReceiptSchema,
  }),
  getScheduleShifts: get('/oncall/schedules/:name/shifts', {
    summary: 'The shifts, gaps and double bookings of a schedule in a window',
    needs: onCallReadPermission,
    query: s.shiftsQuerySchema,
    reply: s.schedulePreviewSchema,
  }),
  exportSchedule: get('/oncall/schedules/:name/export', {
    summary: 'A schedule as YAML, which an import takes',
    needs: onCallReadPermission,
    query: noQuery,
    reply: s.scheduleFileSchema,
  }),
  amendSchedule: post('/oncall/schedules/:name/overrides', {
    summary:
      'Replace, add or remove somebody for a while, or say who is absent or comes along',
    needs: onCallOverrideOwnPermission,
    body: s.amendScheduleSchema,
    reply: s.scheduleReceiptSchema,
    status: 201,
  }),
  withdrawAmendment: post('/oncall/schedules/:name/overrides/:id/withdraw', {
    summary: 'Take back an override, swap, shadow or absence from now on',
    needs: onCallOverrideOwnPermission,
    body: s.nothingSchema,
    reply: s.scheduleReceiptSchema,
  }),
  swapShifts: post('/oncall/schedules/:name/swaps', {
    summary: 'Let two people take over from each other',
    needs: onCallOverrideOwnPermission,
    body: s.swapShiftsSchema,
    reply: s.scheduleReceiptSchema,
    status: 201,
  }),
  listPersonShifts: get('/oncall/shifts', {
    summary:
      'The shifts of a person across all schedules, of who asks by default',
    needs: definitionReadPermission,
    query: s.personShiftsQuerySchema,
    reply: s.personShiftsSchema,
  }),
  listShiftCalendars: get('/oncall/calendars', {
    summary: 'The calendar addresses that the reader has made',
    needs: definitionReadPermission,
    query: noQuery,
    reply: s.shiftCalendarsSchema,
  }),
  createShiftCalendar: post('/oncall/calendars', {
    summary: 'Make a secret address at which a calendar reads shifts',
    needs: onCallCalendarCreatePermission,
    body: s.createShiftCalendarSchema,
    reply: s.createdShiftCalendarSchema,
    status: 201,
  }),
  revokeShiftCalendar: post('/oncall/calendars/:id/revoke', {
    summary: 'Revoke a calendar address: it answers nobody any more',
    needs: onCallCalendarCreatePermission,
    body: s.nothingSchema,
    reply: s.shiftCalendarSchema,
  }),
} as const;
