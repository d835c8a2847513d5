"""Layout by Nghị định 30/2020/NĐ-CP (TT500 to TT599), in the order of the codes; says nothing itself."""
