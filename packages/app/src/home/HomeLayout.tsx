import { Content } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { CustomHomepageGrid } from '@backstage/plugin-home';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { Fragment } from 'react';

/** In pixels of the grid itself: below, the widgets stand in one column. */
const wide = 700;
const breakpoints = { xl: wide, lg: 600, md: 500, sm: 400, xs: 300, xxs: 0 };
const columns = { xl: 12, lg: 1, md: 1, sm: 1, xs: 1, xxs: 1 };

/** In pixels. */
const rowHeight = 40;

/**
 * The customizable grid of the home plugin, with its twelve columns on a laptop
 * beside an open sidebar too, where it would otherwise fall back to ten and
 * break the layout of `app-config.yaml`.
 */
export function HomeLayout({ widgets, defaultConfig }: HomePageLayoutProps) {
  const title = useApi(configApiRef).getOptionalString('app.title');
  const config = defaultConfig?.map(({ column, row, ...item }) => ({
    ...item,
    x: column,
    y: row,
  }));

  return (
    <Content>
      <CustomHomepageGrid
        title={title}
        config={config}
        breakpoints={breakpoints}
        cols={columns}
        rowHeight={rowHeight}
      >
        {widgets.map(({ name, node, component }) => (
          <Fragment key={name ?? node.spec.id}>{component}</Fragment>
        ))}
      </CustomHomepageGrid>
    </Content>
  );
}
