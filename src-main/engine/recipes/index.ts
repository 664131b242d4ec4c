export { readNamedRecipe, RecipeFolder } from './recipe-folder';
