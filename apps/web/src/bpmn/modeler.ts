import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import './bpmn.css';
import { TEXT_RENDERER } from './fonts';
import { MODDLE_EXTENSIONS } from './moddle';
import { vietnamese } from './translate';
import type { ServiceMap } from './types';

/** bpmn-js with both vocabularies and Vietnamese menus. Its menus are whole: the engine runs every element they offer. */
export function createModeler(container: HTMLElement, language: string): Modeler<ServiceMap> {
  return new Modeler<ServiceMap>({
    container,
    moddleExtensions: MODDLE_EXTENSIONS,
    textRenderer: TEXT_RENDERER,
    additionalModules: language === 'en' ? [] : [{ translate: ['value', vietnamese] }],
  });
}
