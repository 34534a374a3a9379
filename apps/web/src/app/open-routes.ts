import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withDeskTexts } from '../i18n/i18n';
import { root } from './root-route';

/** Pages one comes to without signing in, but for the sign-in itself. */

export const verify = createRoute({
  getParentRoute: () => root,
  path: '/tra-cuu/$token',
  component: lazyRouteComponent(() => import('../features/verify/verify-page')),
});

export const verifyFile = createRoute({
  getParentRoute: () => root,
  path: '/tra-cuu',
  component: lazyRouteComponent(() => import('../features/verify/verify-file-page')),
});

export const publicNotice = createRoute({
  getParentRoute: () => root,
  path: '/cong-khai/$token',
  component: lazyRouteComponent(() => import('../features/procedure/public-notice-page')),
});

export const nomineeReport = createRoute({
  getParentRoute: () => root,
  path: '/xac-nhan/$token',
  component: lazyRouteComponent(() => import('../features/intake/nominee-report-page')),
});

export const firstSetup = createRoute({
  getParentRoute: () => root,
  path: '/cai-dat',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/setup/first-page'))),
});

export const activate = createRoute({
  getParentRoute: () => root,
  path: '/kich-hoat',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/people/activate-page'))),
});
