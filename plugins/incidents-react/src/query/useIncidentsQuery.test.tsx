import type { ReactNode } from 'react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { act, renderHook, waitFor } from '@testing-library/react';
import {
  incidentsSignalChannel,
  type IncidentsApi,
} from 'backstage-plugin-incidents-common';
import { incidentsApiRef } from '../api/incidentsApiRef';
import { useIncidentsMutation } from './useIncidentsMutation';
import { useIncidentsQuery } from './useIncidentsQuery';

/** Channels that the test can ring. */
function bells() {
  const listeners = new Map<string, Set<(message: object) => void>>();
  return {
    subscribe(channel: string, listener: (message: any) => void) {
      const all = listeners.get(channel) ?? new Set();
      listeners.set(channel, all.add(listener));
      return { unsubscribe: () => all.delete(listener) };
    },
    ring: () =>
      act(() =>
        listeners
          .get(incidentsSignalChannel)
          ?.forEach(listener => listener({})),
      ),
    count: () => listeners.get(incidentsSignalChannel)?.size ?? 0,
  };
}

function setUp(getOverview: jest.Mock, signals?: ReturnType<typeof bells>) {
  const api: Partial<IncidentsApi> = { getOverview };
  return ({ children }: { children: ReactNode }) => (
    <TestApiProvider
      apis={[
        [incidentsApiRef, api as IncidentsApi],
        ...(signals ? [[signalApiRef, signals] as const] : []),
      ]}
    >
      {children}
    </TestApiProvider>
  );
}

const ask = (api: IncidentsApi, signal: AbortSignal) =>
  api.getOverview({}, { signal });

describe('a question to the incidents backend', () => {
  it('needs no provider and is asked once by two readers', async () => {
    const getOverview = jest.fn().mockResolvedValue('calm');
    const wrapper = setUp(getOverview);
    const { result } = renderHook(
      () => [
        useIncidentsQuery(['overview'], ask),
        useIncidentsQuery(['overview'], ask),
      ],
      { wrapper },
    );
    await waitFor(() =>
      expect(result.current.map(r => r.data)).toEqual(['calm', 'calm']),
    );
    expect(getOverview).toHaveBeenCalledTimes(1);
  });

  it('is asked again when a signal says that something changed', async () => {
    const getOverview = jest.fn().mockResolvedValue('calm');
    const signals = bells();
    const { result, unmount } = renderHook(
      () => useIncidentsQuery(['overview'], ask),
      { wrapper: setUp(getOverview, signals) },
    );
    await waitFor(() => expect(result.current.data).toBe('calm'));
    getOverview.mockResolvedValue('burning');
    signals.ring();
    await waitFor(() => expect(result.current.data).toBe('burning'));
    unmount();
    expect(signals.count()).toBe(0);
  });

  it('has one subscription for many readers, and refetches at most once a second', async () => {
    const getOverview = jest.fn().mockResolvedValue('calm');
    const signals = bells();
    const { result } = renderHook(
      () => [
        useIncidentsQuery(['overview'], ask),
        useIncidentsQuery(['overview', 'again'], ask),
      ],
      { wrapper: setUp(getOverview, signals) },
    );
    await waitFor(() => expect(result.current[1].data).toBe('calm'));
    expect(signals.count()).toBe(1);
    for (let i = 0; i < 20; i++) signals.ring();
    await waitFor(() => expect(getOverview).toHaveBeenCalledTimes(4));
  });

  it('polls where there are no signals', async () => {
    jest.useFakeTimers();
    const getOverview = jest.fn().mockResolvedValue('calm');
    const { result } = renderHook(() => useIncidentsQuery(['overview'], ask), {
      wrapper: setUp(getOverview),
    });
    await act(() => jest.advanceTimersByTimeAsync(10));
    expect(result.current.data).toBe('calm');
    await act(() => jest.advanceTimersByTimeAsync(30_000));
    expect(getOverview).toHaveBeenCalledTimes(2);
    jest.useRealTimers();
  });

  it('is asked once when it is steady, until the reader changes something', async () => {
    const getOverview = jest.fn().mockResolvedValue('calm');
    const getReport = jest.fn().mockResolvedValue('costly');
    const signals = bells();
    const { result } = renderHook(
      () => ({
        overview: useIncidentsQuery(['overview'], ask),
        report: useIncidentsQuery(['report'], getReport, { steady: true }),
        change: useIncidentsMutation(async () => 'done'),
      }),
      { wrapper: setUp(getOverview, signals) },
    );
    await waitFor(() => expect(result.current.report.data).toBe('costly'));
    signals.ring();
    await waitFor(() => expect(getOverview).toHaveBeenCalledTimes(2));
    expect(getReport).toHaveBeenCalledTimes(1);
    await act(() => result.current.change.mutateAsync(undefined));
    await waitFor(() => expect(getReport).toHaveBeenCalledTimes(2));
  });

  it('is not repeated when the answer blames the question', async () => {
    const refusal = Object.assign(new Error('no'), { statusCode: 404 });
    const getOverview = jest.fn().mockRejectedValue(refusal);
    const { result } = renderHook(() => useIncidentsQuery(['overview'], ask), {
      wrapper: setUp(getOverview),
    });
    await waitFor(() => expect(result.current.error).toBe(refusal));
    expect(getOverview).toHaveBeenCalledTimes(1);
  });

  it('waits while it is not enabled', () => {
    const getOverview = jest.fn();
    renderHook(() => useIncidentsQuery(['overview'], ask, { enabled: false }), {
      wrapper: setUp(getOverview),
    });
    expect(getOverview).not.toHaveBeenCalled();
  });

  it('is asked again after a change, also after a refused one', async () => {
    const getOverview = jest.fn().mockResolvedValue('calm');
    const { result } = renderHook(
      () => ({
        query: useIncidentsQuery(['overview'], ask),
        change: useIncidentsMutation(async (_, fails: boolean) => {
          if (fails) throw new Error('somebody was faster');
          return 'done';
        }),
      }),
      { wrapper: setUp(getOverview) },
    );
    await waitFor(() => expect(result.current.query.data).toBe('calm'));
    await act(() => result.current.change.mutateAsync(false));
    await waitFor(() => expect(getOverview).toHaveBeenCalledTimes(2));
    await act(() =>
      result.current.change.mutateAsync(true).catch(() => undefined),
    );
    await waitFor(() => expect(getOverview).toHaveBeenCalledTimes(3));
    expect(result.current.change.error?.message).toBe('somebody was faster');
  });
});
