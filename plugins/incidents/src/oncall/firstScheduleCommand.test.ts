import { endpoints } from 'backstage-plugin-incidents-common';
import { firstScheduleCommand } from './firstScheduleCommand';

describe('the command that creates a first schedule', () => {
  const command = firstScheduleCommand('https://portal.example/api/incidents');

  it('goes to the schedules of this portal', () => {
    expect(command).toContain(
      'https://portal.example/api/incidents/oncall/schedules ',
    );
  });

  it('sends a schedule that is one', () => {
    const [, body] = /-d '([\s\S]*)'$/.exec(command)!;
    const { body: schema } = endpoints.createSchedule;
    expect(schema?.safeParse(JSON.parse(body)).success).toBe(true);
  });
});
