import {plugins} from '../remark.js'
export default plugins['table-cells']
