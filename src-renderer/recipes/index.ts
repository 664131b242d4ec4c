export { RecipesBar } from './RecipesBar';
export { RecipesPlace } from './RecipesPlace';
