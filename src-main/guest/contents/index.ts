export { provisionedApps } from './apps';
export {
  optionalFeatures,
  selectableUpdates,
  type FeatureState,
  type SelectableUpdate,
} from './features';
