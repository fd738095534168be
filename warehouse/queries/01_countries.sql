-- Where does most happen?
from top('country')
