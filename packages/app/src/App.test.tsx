import { render, screen } from '@testing-library/react';
import App from './App';

describe('the portal', () => {
  const environment = process.env;

  afterEach(() => {
    process.env = environment;
  });

  it('asks who is there before it shows anything', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Test' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
          context: 'test',
        },
      ] as any,
    };

    render(App.createRoot());

    expect(
      await screen.findByText('Guest', {}, { timeout: 20_000 }),
    ).toBeInTheDocument();
  }, 30_000);
});
