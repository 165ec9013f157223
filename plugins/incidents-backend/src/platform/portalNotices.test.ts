import { mockServices } from '@backstage/backend-test-utils';
import { createPortalNotices, type Notice } from './portalNotices';

const notice: Notice = {
  ...{ to: ['user:default/ada'], title: 'Ends soon', description: 'x' },
  ...{ link: '/incidents', severity: 'normal', scope: 's1' },
};

describe('a notice of the portal', () => {
  const sending = (send: () => Promise<void>) => {
    const logger = mockServices.logger.mock();
    const notifications = { send: jest.fn(send) };
    const notices = createPortalNotices({ notifications, logger });
    return { logger, notifications, notices };
  };

  it('reaches whom it is for', async () => {
    const { notices, notifications } = sending(async () => {});
    expect(await notices.tell(notice)).toBe('sent');
    expect(notifications.send).toHaveBeenCalledWith({
      recipients: { type: 'entity', entityRef: ['user:default/ada'] },
      payload: {
        ...{ title: 'Ends soon', description: 'x', link: '/incidents' },
        ...{ severity: 'normal', scope: 's1', topic: 'incidents' },
      },
    });
  });

  it('that was not told can be told again', async () => {
    const { notices, logger } = sending(async () => {
      throw new Error('Failed to send notifications: Error: status 503');
    });
    expect(await notices.tell(notice)).toBe('failed');
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('is done without, and said so once, where there are no notifications', async () => {
    const { notices, logger } = sending(async () => {
      throw new Error(
        'Failed to send notifications: Error: Request failed with status 404',
      );
    });
    expect(await notices.tell(notice)).toBe('absent');
    expect(await notices.tell(notice)).toBe('absent');
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
