import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import './bpmn.css';
import { EXECUTED_MENUS } from './executed-menus';
import { TEXT_RENDERER } from './fonts';
import { MODDLE_EXTENSIONS } from './moddle';
import { vietnamese } from './translate';
import type { ServiceMap } from './types';

/** bpmn-js with both vocabularies, Vietnamese menus, and in them what the engine runs. */
export function createModeler(container: HTMLElement, language: string): Modeler<ServiceMap> {
  return new Modeler<ServiceMap>({
    container,
    moddleExtensions: MODDLE_EXTENSIONS,
    textRenderer: TEXT_RENDERER,
    additionalModules: [EXECUTED_MENUS, ...(language === 'en' ? [] : [{ translate: ['value', vietnamese] }])],
  });
}
