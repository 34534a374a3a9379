import type { ReactNode } from 'react';
import { createRootRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';
import { withDeskTexts } from '../i18n/i18n';
import { NotFoundPage, PageFailed } from './fallback-pages';

/** A page of a desk: it comes with the texts that phones do not load. */
export const desk = (load: () => Promise<{ readonly default: () => ReactNode }>): RouteComponent => lazyRouteComponent(withDeskTexts(load));

export const root = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: PageFailed });
